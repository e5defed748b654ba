/*
 * pages_reading.h - laid out pages as a reader sees them, and what must hold of every page.
 *
 * Pages count from 1. Places are points from the top left corner of the page.
 */
#ifndef GRADIENT_TESTS_PAGES_READING_H
#define GRADIENT_TESTS_PAGES_READING_H

#include "support/labels.h"
#include "support/pages_paper.h"

/* All words of a page in the order of drawing. */
struct labels paper_drawn(const struct paper *paper, size_t page);

/* The same, running lines last. */
struct labels paper_words(const struct paper *paper, size_t page);

/* The same for paths. */
struct labels paper_marks(const struct paper *paper, size_t page);

/* Words of a page from top to bottom without running lines and without footnotes. */
struct labels paper_body(const struct paper *paper, size_t page);

/* The first page with exactly these words. The test fails when there is none. */
size_t paper_page(const struct paper *paper, const char *words);
const struct label *paper_label(const struct paper *paper, const char *words);

/* How often exactly these words stand on all pages. */
size_t paper_count(const struct paper *paper, const char *words);

/* Where text may stand. */
struct box paper_area(const struct paper *paper, size_t page);

/* The element of a label or the nearest one around it that has one of two types; -1 if none. */
int paper_element(const struct paper *paper, int element, enum structure_type type,
		  enum structure_type or_type);

/* ARTIFACT_HEADER or ARTIFACT_FOOTER for words at the head or foot of their page, read or not; 0 for others. */
int paper_running(const struct paper *paper, const struct label *label);
bool paper_is(const struct paper *paper, const struct label *label, enum structure_type type);

/* "page 3: words at ... do what they should not" */
const char *paper_fault(const struct paper *paper, size_t page, const struct label *label,
			const char *what);

/* What is wrong as a sentence, NULL when nothing is. Each looks at all pages. */
typedef const char *paper_check(const struct paper *paper);
paper_check paper_words_outside;   /* text area, or the margins for running lines */
paper_check paper_words_touching;  /* boxes of two texts */
paper_check paper_words_too_small; /* under 9 pt */
paper_check paper_lonely_lines;    /* one line of a paragraph alone on a page */
paper_check paper_lonely_headings; /* nothing below a heading or caption */
paper_check paper_split_rows;      /* a row on two pages */
paper_check paper_missing_heads;   /* rows without the head of their table above */
paper_check
	paper_notes_elsewhere; /* a footnote on another page than its marker, or not at the foot */
paper_check paper_words_untagged; /* words of no element and no artifact */
paper_check paper_marks_outside;  /* rules, tints and marks beyond the page */
paper_check paper_marks_untagged; /* marks that are neither artifacts nor part of a picture */
paper_check paper_links_lost;     /* links and outline entries to a place that is on no page */

#endif
