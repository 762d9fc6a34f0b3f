/* SPDX-License-Identifier: EUPL-1.2 */
/* The portfolio as forms see it: instance('portfolio'). INSTANCE.md is its reference. */
#pragma once

#include "rk-redaction.h"

G_BEGIN_DECLS

/* The file that a form asks for: <instance id="portfolio" src="jr://file/portfolio.xml"/>. */
#define RK_PORTFOLIO_INSTANCE "portfolio.xml"

/* The XML document, UTF-8: (transfer full). */
GBytes *rk_portfolio_to_instance (RkStore *store, RkLevel level, GError **error);

G_END_DECLS
