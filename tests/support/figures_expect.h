/*
 * figures_expect.h - what is read from the rows of a plain file, and what is said about them. Everything lives in
 * the arena of the test, see fixture.h.
 */
#ifndef GRADIENT_TESTS_FIGURES_EXPECT_H
#define GRADIENT_TESTS_FIGURES_EXPECT_H

#include "support/figures.h"
#include "support/fixture.h"

/* The columns that figures_plain_rules maps. */
#define PLAIN_HEAD "period,organisation,dimension,group,n,d\n"

/* All observations as figures_text() writes them, and all messages. */
void figures_expect(const struct figures_parts *parts, const char *rows, const char *said);

/* No dataset; all messages. */
void figures_expect_refused(const struct figures_parts *parts, const char *said);

#endif
