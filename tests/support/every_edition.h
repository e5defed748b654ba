/*
 * every_edition.h - the names of all editions that there are, so that a new one is looked at by itself.
 */
#ifndef GRADIENT_TESTS_EVERY_EDITION_H
#define GRADIENT_TESTS_EVERY_EDITION_H

struct arena;

/* For --formats. */
const char *every_edition(struct arena *arena);

#endif
