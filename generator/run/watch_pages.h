/*
 * watch_pages.h - the pages for the web of a report as "gradient watch" shows them: the edition as it is written, with
 * the style and script of the server added, which show messages and load the page anew.
 */
#ifndef GRADIENT_RUN_WATCH_PAGES_H
#define GRADIENT_RUN_WATCH_PAGES_H

#include <stdbool.h>

struct diag_list;
struct font_store;
struct outfile_set;
struct run;
struct server;

struct watch_pages {
	struct server *server;
	struct font_store *fonts;
	unsigned version; /* of the pages that are shown next */
};

/* The name of the report's page. */
const char *watch_page_name(const struct run *run);

/* Shows that there is no statement yet, with style and script of the server. False after a diagnostic. */
bool watch_show_nothing(const struct watch_pages *pages, const struct run *run);

/* Shows the page of the report. False after a diagnostic. */
bool watch_show_report(const struct watch_pages *pages, const struct run *run);

/* Shows the pages of its extracts, whose pictures are drawn. False after a diagnostic. */
bool watch_show_extracts(const struct watch_pages *pages, const struct run *run);

/* Tells those who look what there is to say of a run; shown: their page is made from it. */
void watch_tell(const struct watch_pages *pages, const struct diag_list *diags, bool shown);

#endif
