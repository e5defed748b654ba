/*
 * incremental.h - a report that is made again and again while its files change.
 *
 * Purpose:   what nothing has changed for is kept from one making to the next: layout, theme, words and fonts; lists,
 *            data and figures. Whether something has changed is decided by the content of the files it was read from
 *            and, for figures, by the part of the spec that they come from; never by the time of a file.
 * Memory:    each making has an arena of its own, and what is kept has another for each of its two parts, which is
 *            freed when the part is made anew. Parts that grow by use are made anew when they have grown much.
 */
#ifndef GRADIENT_RUN_INCREMENTAL_H
#define GRADIENT_RUN_INCREMENTAL_H

#include <stdbool.h>

#include "run/run.h"

struct file_stamps;
struct font_store;
struct incremental;

/* The options must live as long. */
struct incremental *incremental_new(const struct run_options *options);
void incremental_free(struct incremental *incremental);

/*
 * Makes everything up to the resolved document and its pictures, but no pages; pictures of extracts are left to the
 * caller. Returns the run, which lives until the next making; its diagnostics hold all there is to say, of kept parts
 * too, and the files it was read from. The document is NULL after errors.
 */
struct run *incremental_make(struct incremental *incremental);

/* The files that the last making, or what it kept, was read from; NULL before the first. */
const struct file_stamps *incremental_files(const struct incremental *incremental);

/* True when the last making had errors, and when there was none. */
bool incremental_failed(const struct incremental *incremental);

/* True when a file that the last making read, or that it kept, is not what it was. Also when none was made. */
bool incremental_is_stale(struct incremental *incremental);

/* Fonts of pages for the web, kept as long as the theme. */
struct font_store *incremental_fonts(const struct incremental *incremental);

/* How often figures and looks were made; for tests. */
struct incremental_counts {
	unsigned figures, looks;
};
struct incremental_counts incremental_counts(const struct incremental *incremental);

#endif
