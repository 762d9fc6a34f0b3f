/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of the analyses share: how a result is built, and the analyses themselves. */
#pragma once

#include "rk-analysis.h"

G_BEGIN_DECLS

void rk_analysis_add_figure (RkAnalysis *self, const char *name, const char *label,
                             RkValueType type, double value);
void rk_analysis_add_column (RkAnalysis *self, const char *name, const char *label,
                             RkValueType type);
/* Values are added in the order of the columns. (transfer none) */
RkAnalysisRow *rk_analysis_add_row (RkAnalysis *self, const char *kind, const char *key,
                                    const char *label);
void rk_analysis_row_add_number (RkAnalysisRow *row, double number);
void rk_analysis_row_add_text (RkAnalysisRow *row, const char *text);
void rk_analysis_row_add_record (RkAnalysisRow *row, const char *kind, const char *id);
/* By the number in a column, highest first, unknown last, equals by label. */
void rk_analysis_sort_rows (RkAnalysis *self, const char *column);

/* A list of what is unknown. Nothing is kept of one that stays empty. */
RkAnalysisUnknown *rk_analysis_unknown_new (const char *name, const char *kind);
void rk_analysis_unknown_add (RkAnalysisUnknown *self, const char *id);
/* Takes both. */
void rk_analysis_add_unknown (RkAnalysis *self, RkAnalysisUnknown *unknown, char *sentence);
void rk_analysis_unknown_free (RkAnalysisUnknown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RkAnalysisUnknown, rk_analysis_unknown_free)

/* Takes @sentence, and frees one that was there. */
void rk_analysis_take_sentence (RkAnalysis *self, char *sentence);

void rk_analysis_compute_gaps (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_overlaps (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_end_of_life (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_contracts (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_cost (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_component_cost (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_suppliers (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_supplier_domains (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_hubs (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_impact (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_time (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_regie (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_blocks (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_principles (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_sovereignty (RkAnalysis *self, RkAnalysisInput *input);
void rk_analysis_compute_standards (RkAnalysis *self, RkAnalysisInput *input);

G_END_DECLS
