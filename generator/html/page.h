/*
 * page.h - the frame of a page for the web: head, policy, link past the navigation, style, script.
 *
 * Purpose:   every page the program makes has it, so that language, title, landmarks and the content security
 *            policy are right everywhere. Nothing in a page may carry a style attribute or a script of its own: the
 *            policy lets the one style sheet and the one script be, by their SHA-256, and loads nothing.
 * Errors:    out of memory ends the program, as in arena.h.
 */
#ifndef GRADIENT_HTML_PAGE_H
#define GRADIENT_HTML_PAGE_H

#include "base/date.h"

struct arena;
struct buffer;
struct html_live;
struct strings;

/* Id of the element <main>, which the first link of the page leads to. A point, since no anchor has one. */
#define HTML_MAIN_ID "page.main"

struct html_frame {
	const struct strings *strings; /* words of the frame and of the script */
	const char *language, *title;
	const char *description, *author, *keywords; /* NULL or "" = none */
	struct date published;                       /* year 0 = none */
	const char *style, *script; /* their whole text; script NULL or "" = none */
	/* Names of the files that hold style and script, for pages that share them; NULL: inside the page. */
	const char *style_file, *script_file;
	const struct html_live *live; /* NULL = none */
	const char *
		warning; /* above and below everything: that the page must not be published; NULL = none */
};

/* The page, with what body holds (header, nav, main with HTML_MAIN_ID, footer) in its frame. */
void html_frame_write(struct arena *arena, const struct html_frame *frame,
		      const struct buffer *body, struct buffer *out);

#endif
