/*
 * internal.h - the edition for the eyes of a body alone (--unsafe-internal): what is hidden in publication is
 * shown, every page and picture says that it must not be published, no file has the name of a published one.
 *
 * Without the option nothing in here runs.
 */
#ifndef GRADIENT_RUN_INTERNAL_H
#define GRADIENT_RUN_INTERNAL_H

#include <stdbool.h>

#include "run/run.h"
#include "scene/scene.h"

struct buffer;

/* Not among the strings of a language: no table of strings may take them away. */
extern const char internal_words[];

/* "statement.pdf" becomes "statement-internal.pdf"; the name as it is without the option. */
const char *internal_name(const struct run *run, const char *name);

/* The reference with rules that hide and round nothing; the given one stays as it is. */
struct reference *internal_reference(struct arena *arena, const struct reference *reference);

/* Puts the words on all pages, and in what reading programs show of the document. */
void internal_mark_pages(const struct run *run, struct pages *pages);

/* The picture under a band with the words. */
const struct scene *internal_mark_picture(const struct run *run, const struct scene *scene);

/* What is hidden in publication, as CSV. */
void internal_write_hidden(const struct run *run, struct buffer *out);

/*
 * False after a message: outputs of one edition are to go to the folder of the other, where they would be
 * published by mistake.
 */
bool internal_keeps_apart(const struct run *run);

#endif
