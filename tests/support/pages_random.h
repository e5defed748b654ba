/*
 * pages_random.h - documents that look random and are the same on every run, for tests of what must hold of
 * every page.
 */
#ifndef GRADIENT_TESTS_PAGES_RANDOM_H
#define GRADIENT_TESTS_PAGES_RANDOM_H

#include "support/pages_paper.h"
#include "support/vectors_random.h"

/*
 * Adds 10 to 60 blocks of all kinds to a paper. Words that count are numbered through the document: "=1="
 * "=2=" and so on, in reading order; returns how many there are. They stand in front of paragraphs, items,
 * cells and titles.
 */
size_t paper_random(struct paper *paper, struct vectors_random *random);

#endif
