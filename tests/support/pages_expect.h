/*
 * pages_expect.h - rules on pages as a test states them, and tried at every height of a page.
 */
#ifndef GRADIENT_TESTS_PAGES_EXPECT_H
#define GRADIENT_TESTS_PAGES_EXPECT_H

#include "support/pages_reading.h"

/* The test ends, with what is wrong, when a check finds something. */
void paper_expect_none(const struct paper *paper, paper_check *check);

/* How many pages lie between the first places of some words and of others; 0 on the same page. */
size_t paper_pages_between(const struct paper *paper, const char *first, const char *last);

/* Lines of text that fill a page of either layout and more. */
enum { PAPER_FILL_MOST = 36 };

typedef void paper_step(struct paper *paper);

/*
 * Lays out so many lines, then what is made, then three lines more; looks at the pages; for all
 * numbers of lines up to PAPER_FILL_MOST and in all layouts. Nothing may be said of it.
 */
void paper_sweep(paper_step *make, paper_step *look_at);

#endif
