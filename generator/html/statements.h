/*
 * statements.h - a page that lists the statements of many bodies, with what became of each and links to its editions.
 *
 * It works without its script, which only adds that columns can be sorted.
 */
#ifndef GRADIENT_HTML_STATEMENTS_H
#define GRADIENT_HTML_STATEMENTS_H

#include "html/html.h"

struct html_edition {
	const char *href, *words; /* words: "PDF" */
};

struct html_statement {
	const char *name, *code; /* code: "" when it is the name */
	const char *status;      /* in words */
	const char *detail;      /* why it was not made; "" if none */
	bool made;
	const struct html_edition *editions;
	size_t edition_count;
};

struct html_statements {
	const char *title, *language;
	const char *summary; /* how many were made, and how many not */
	const struct html_statement *items;
	size_t count;
};

/* job: theme, layout, strings, style, script and list of diagnostics; it needs no document. */
void html_write_statements(const struct html_job *job, const struct html_statements *statements,
			   struct buffer *out);

#endif
