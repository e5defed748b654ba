#include "data/standard_bands.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"

void standard_fault(struct standard_reader *reader, struct location at, const char *what,
		    const char *hint)
{
	diag_add(reader->diags, reader->code, at, what, hint);
	reader->faulty = true;
}

/* -- rows ------------------------------------------------------------------------------------- */

bool standard_read_number(struct standard_reader *reader, const struct table *table, size_t row,
			  size_t column, double *number)
{
	const char *text = table_cell(table, row, column);

	if (number_parse(text, strlen(text), number) && *number >= 0)
		return true;
	standard_fault(reader, table_location(table, row, column),
		       arena_printf(reader->arena, "%s=\"%s\" is not a number of 0 or more",
				    table->columns[column], text),
		       NULL);
	return false;
}

bool standard_read_ages(struct standard_reader *reader, const struct table *table, size_t row,
			size_t lower, size_t upper, struct standard_band *band)
{
	bool open = table_cell(table, row, upper)[0] == '\0';

	if (!standard_read_number(reader, table, row, lower, &band->lower))
		return false;
	band->upper = band->lower - 1;
	if (!open && !standard_read_number(reader, table, row, upper, &band->upper))
		return false;
	if ((open || band->upper >= band->lower) && floor(band->lower) == band->lower &&
	    floor(band->upper) == band->upper)
		return true;
	standard_fault(
		reader, table_location(table, row, lower),
		arena_printf(reader->arena, "lower=\"%s\" and upper=\"%s\" are no age band",
			     table_cell(table, row, lower), table_cell(table, row, upper)),
		"ages are whole years, lower not above upper; an empty upper means no upper end");
	return false;
}

void standard_add_row(struct standard_reader *reader, struct standard_band band, struct location at)
{
	reader->rows = arena_grow(reader->arena, reader->rows, reader->count, &reader->capacity,
				  sizeof(*reader->rows));
	reader->rows[reader->count++] = (struct band_row){ .band = band, .at = at };
}

/* -- the bands together ----------------------------------------------------------------------- */

static int compare_rows(const void *a, const void *b)
{
	const struct band_row *left = a, *right = b;

	if (left->band.lower != right->band.lower)
		return left->band.lower < right->band.lower ? -1 : 1;
	return (left->at.line > right->at.line) - (left->at.line < right->at.line);
}

/* Two neighbours by age: the second begins where the first ends. */
static void check_neighbours(struct standard_reader *reader, const struct band_row *first,
			     const struct band_row *second)
{
	bool open = first->band.upper < first->band.lower;
	const char *one = age_band_code(reader->arena, first->band.lower, first->band.upper);
	const char *other = age_band_code(reader->arena, second->band.lower, second->band.upper);

	if (open || second->band.lower <= first->band.upper)
		standard_fault(reader, second->at,
			       arena_printf(reader->arena, "%s and %s (line %u) overlap", other,
					    one, first->at.line),
			       NULL);
	else if (second->band.lower > first->band.upper + 1)
		standard_fault(reader, second->at,
			       arena_printf(reader->arena, "nothing between %s (line %u) and %s",
					    one, first->at.line, other),
			       NULL);
}

/* True when the rows make up a standard; they are in the order of age then. */
static bool check_rows(struct standard_reader *reader, struct location at, const char *name)
{
	double sum = 0;

	if (reader->faulty)
		return false;
	if (reader->count > 1)
		qsort(reader->rows, reader->count, sizeof(*reader->rows), compare_rows);
	for (size_t i = 0; i < reader->count; i++) {
		sum += reader->rows[i].band.weight;
		if (i > 0)
			check_neighbours(reader, &reader->rows[i - 1], &reader->rows[i]);
	}
	if (sum <= 0)
		standard_fault(
			reader, at,
			arena_printf(reader->arena, "%s has no band with a weight above 0", name),
			NULL);
	return !reader->faulty;
}

void standard_finish(struct standard_reader *reader, struct reference *reference,
		     struct standard_population standard, struct location at)
{
	if (check_rows(reader, at, standard.scheme)) {
		standard.bands = arena_array(reader->arena, reader->count, sizeof(*standard.bands));
		for (size_t i = 0; i < reader->count; i++)
			standard.bands[i] = reader->rows[i].band;
		standard.count = standard.capacity = reader->count;
		reference->standards =
			arena_grow(reader->arena, reference->standards, reference->standard_count,
				   &reference->standard_capacity, sizeof(standard));
		reference->standards[reference->standard_count++] = standard;
	}
	reader->count = 0;
	reader->faulty = false;
}
