/*
 * html.h - a resolved document as pages for the web: one page that holds everything, or a page for every section.
 *
 * Everything is written as the document has it: same headings, lists, tables, captions, notes and links in the same
 * order with the same words as the tags of the PDF. Pages have no page numbers: what leads to a page is called by
 * the name of its target. Anchors of the document are ids, so that addresses hold from year to year.
 * Ownership: nothing of the job is kept.
 */
#ifndef GRADIENT_HTML_HTML_H
#define GRADIENT_HTML_HTML_H

#include <stddef.h>

#include "base/buffer.h"
#include "device/device.h"

struct arena;
struct diag_list;
struct document;
struct font_store;
struct layout;
struct markup;
struct node;
struct strings;
struct theme;

/*
 * The picture of a figure; its title is what it says in short, its description is not used. narrow shows the same,
 * drawn for the width of a telephone; without a scene when the chart needs more width than that.
 */
struct html_figure {
	const struct node *node;
	struct picture picture, narrow;
};

/* What a page needs that follows its report: style and script of the server, and what it shows. */
struct html_live {
	const char *style_file, *script_file; /* addresses */
	const char *page;                     /* its name */
	unsigned version;
};

/* What makes a page follow, in its head; nothing when live is NULL. */
void html_write_live(struct markup *markup, const struct html_live *live);

struct html_job {
	struct arena *arena;
	const struct document *document;
	const struct layout *layout;
	const struct theme *theme;
	const struct strings *strings;
	const struct html_figure *figures;
	size_t figure_count;
	const char *style, *script;   /* rules and script that come with the program */
	const char *warning;          /* that it must not be published; NULL = none */
	struct font_store *fonts;     /* kept from page to page; NULL = none */
	const struct html_live *live; /* NULL but for pages that are shown while they are written */
	struct diag_list *diags;
};

/* One page with everything in it. */
void html_write_document(const struct html_job *job, struct buffer *out);

/* A file of the edition in pages. */
struct html_file {
	const char *name; /* "index.html" */
	struct buffer bytes;
};

/*
 * The same with a page for every outermost section: index.html with what stands before the first, <anchor>.html for
 * each, style.css and script.js. The files are in the arena of the job, their bytes are the caller's to clear.
 */
struct html_file *html_write_pages(const struct html_job *job, size_t *count);

#endif
