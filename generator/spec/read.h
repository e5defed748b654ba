/*
 * read.h - XML files of ours as typed models: report, layout, theme, strings.
 *
 * Each function reads, checks against the vocabulary and types one file. What it returns lives in the
 * arena; NULL after at least one error. A report with faults is never returned in part.
 */
#ifndef GRADIENT_SPEC_READ_H
#define GRADIENT_SPEC_READ_H

#include <stddef.h>

#include "base/location.h"
#include "model/layout.h"
#include "model/report.h"
#include "model/strings.h"
#include "model/theme.h"
#include "spec/parameters.h"

struct arena;
struct diag_list;

struct report *report_read(struct arena *arena, const char *path,
			   const struct parameter_setting *settings, size_t count,
			   struct diag_list *diags);

/*
 * The parameters that a report declares, read before their values are known; *count of them. NULL after a
 * diagnostic. What else is wrong with the report is not told.
 */
const struct declared_parameter *report_parameters(struct arena *arena, const char *path,
						   size_t *count, struct diag_list *diags);

/* from: where the report names the file. */
struct layout *layout_read(struct arena *arena, const char *path, struct location from,
			   struct diag_list *diags);

/* fonts: folder in which font files are looked for that do not lie beside the theme. */
struct theme *theme_read(struct arena *arena, const char *path, const char *fonts,
			 struct location from, struct diag_list *diags);

/* bases: folder of the tables that one may stand on which do not lie beside it. */
struct strings *strings_read(struct arena *arena, const char *path, const char *bases,
			     struct location from, struct diag_list *diags);

#endif
