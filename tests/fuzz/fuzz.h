/* SPDX-License-Identifier: EUPL-1.2 */
/* What every fuzz target offers: libFuzzer calls it with mutated inputs, and replay.c with those
 * that once broke something. */
#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
