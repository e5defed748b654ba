/*
 * cases.c - rows of a file of reference figures that belong together.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "vectors/vectors_file.h"

size_t vectors_select(const struct vectors *vectors, const char *column, const char *text,
		      const size_t **rows)
{
	size_t *found = NULL, count = 0, capacity = 0;

	for (size_t row = 0; row < vectors->rows; row++) {
		if (!vectors_is(vectors, row, column, text))
			continue;
		found = arena_grow(vectors->run->arena, found, count, &capacity, sizeof(*found));
		found[count++] = row;
	}
	*rows = found;
	return count;
}

size_t vectors_case(struct vectors *expected, size_t row, const char *column,
		    const struct vectors *inputs, const size_t **rows)
{
	const char *name = vectors_text(expected, row, column);
	size_t count = vectors_select(inputs, column, name, rows);

	if (count == 0)
		vectors_fault(expected, row, column, "%s has no row with %s \"%s\"", inputs->name,
			      column, name);
	return count;
}

const size_t *vectors_order(const struct vectors *vectors, const size_t *rows, size_t count,
			    const char *column)
{
	size_t *ordered = arena_array(vectors->run->arena, count, sizeof(*ordered));

	/* By insertion: cases are short, and rows that are equal keep their order. */
	for (size_t i = 0; i < count; i++) {
		double key = vectors_number_or(vectors, rows[i], column, HUGE_VAL);
		size_t at = i;

		for (;
		     at > 0 && vectors_number_or(vectors, ordered[at - 1], column, HUGE_VAL) > key;
		     at--)
			ordered[at] = ordered[at - 1];
		ordered[at] = rows[i];
	}
	return ordered;
}

bool vectors_find(const struct vectors *vectors, const char *column, const char *text, size_t *row)
{
	for (size_t i = 0; i < vectors->rows; i++) {
		if (!vectors_is(vectors, i, column, text))
			continue;
		*row = i;
		return true;
	}
	return false;
}

bool vectors_starts(const struct vectors *vectors, size_t row, const char *column)
{
	size_t first;

	return vectors_find(vectors, column, vectors_text(vectors, row, column), &first) &&
	       first == row;
}

size_t vectors_block_end(const struct vectors *vectors, size_t row, const char *column)
{
	const char *text = vectors_text(vectors, row, column);

	while (row < vectors->rows && vectors_is(vectors, row, column, text))
		row++;
	return row;
}
