/* SPDX-License-Identifier: EUPL-1.2 */
/* Charts with invented figures, for the tests and for looking at them. */
#pragma once

#include "rk-chart.h"
#include "rk-radar-chart.h"
#include "rk-theme-bars.h"

#include <math.h>

static const char *const sample_series[] = { "Ons bestuur 2026", "Ons bestuur 2025" };

static const RkThemeBar sample_bars[] = {
  { "Leveranciers", "7 van 7 scorevragen", { 46.3, 38.8 }, "sample.why", "x" },
  { "Data en processen", "8 van 8 scorevragen", { 58.1, 52.4 }, "sample.why", "x" },
  { "Integratie",
    "Onvoldoende gegevens: 2 van 7 scorevragen, nodig zijn er 4",
    { NAN, 35.5 },
    "sample.why",
    "x" },
  { "Innovatie", "6 van 6 scorevragen", { 61.5, 55 }, "sample.why", "x" },
  { "Wetgeving en cyber", "5 van 6 scorevragen", { 66.2, 58.1 }, "sample.why", "x" },
};
