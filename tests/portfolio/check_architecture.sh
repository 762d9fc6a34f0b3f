#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Our reference architecture is valid by the schema of the exchange format:
# check_architecture.sh MODEL.xml FOLDER
XML_CATALOG_FILES="$2/catalog.xml" exec xmllint --nonet --noout --schema "$2/archimate3_Diagram.xsd" "$1"
