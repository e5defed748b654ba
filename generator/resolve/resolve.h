/*
 * resolve.h - a report and its results as the resolved document: every word, number, state and text
 * alternative final.
 */
#ifndef GRADIENT_RESOLVE_RESOLVE_H
#define GRADIENT_RESOLVE_RESOLVE_H

#include "document/document.h"
#include "model/layout.h"
#include "model/reference.h"
#include "model/report.h"
#include "model/result.h"
#include "model/statement.h"
#include "model/strings.h"

struct arena;
struct diag_list;

/* demand is NULL when the report is no statement. NULL after errors; all of them are reported. */
struct document *document_resolve(struct arena *arena, const struct report *report,
				  const struct results *results, const struct reference *reference,
				  const struct statement_lists *statement,
				  const struct statement_demand *demand,
				  const struct layout *layout, const struct strings *strings,
				  struct diag_list *diags);

#endif
