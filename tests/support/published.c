#include "support/published.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { COLUMNS_MOST = 40 };

enum column {
	INDICATOR,
	PERIOD,
	ORGANISATION,
	BY,
	GROUP,
	SEX,
	MEASURE,
	STATE,
	VALUE,
	NUMERATOR,
	DENOMINATOR,
	COLUMN_COUNT,
};

static const char *const names[COLUMN_COUNT] = {
	"indicator", "period", "organisation", "dimension", "group",       "sex",
	"measure",   "state",  "value",        "numerator", "denominator",
};

/* Cuts a cell off, without its quotation marks; *at moves behind it. */
static char *cut_cell(char **at, bool *last)
{
	char *begin = *at, *in = *at, *out = *at;
	bool quoted = *in == '"';

	in += quoted;
	while (*in != '\0' && (quoted || (*in != ',' && *in != '\n'))) {
		if (quoted && *in == '"' && *++in != '"') {
			quoted = false;
			continue;
		}
		*out++ = *in++;
	}
	*last = *in != ',';
	*at = *in == '\0' ? in : in + 1;
	*out = '\0';
	return begin;
}

static size_t cut_row(char **at, char **cells)
{
	bool last = false;
	size_t count = 0;

	while (!last) {
		char *cell = cut_cell(at, &last);

		cr_assert_lt(count, (size_t)COLUMNS_MOST);
		cells[count++] = cell;
	}
	return count;
}

static void find_columns(char **cells, size_t count, size_t *places)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		places[i] = count;
		for (size_t j = 0; j < count; j++)
			if (strcmp(cells[j], names[i]) == 0)
				places[i] = j;
		cr_assert_lt(places[i], count, "results.csv has no column %s", names[i]);
	}
}

static bool number_of(const char *cell, double *number)
{
	*number = strtod(cell, NULL);
	return cell[0] != '\0';
}

static struct published_figure figure_of_row(char **cells, const size_t *places)
{
	struct published_figure figure = {
		.indicator = cells[places[INDICATOR]],
		.period = cells[places[PERIOD]],
		.organisation = cells[places[ORGANISATION]],
		.by = cells[places[BY]],
		.group = cells[places[GROUP]],
		.sex = cells[places[SEX]],
		.measure = cells[places[MEASURE]],
		.state = cells[places[STATE]],
	};

	figure.has_value = number_of(cells[places[VALUE]], &figure.value);
	figure.has_numerator = number_of(cells[places[NUMERATOR]], &figure.numerator);
	figure.has_denominator = number_of(cells[places[DENOMINATOR]], &figure.denominator);
	return figure;
}

struct published published_read(struct arena *arena, char *text)
{
	struct published published = { 0 };
	char *cells[COLUMNS_MOST];
	size_t places[COLUMN_COUNT], count = cut_row(&text, cells);

	find_columns(cells, count, places);
	while (*text != '\0') {
		cr_assert_eq(cut_row(&text, cells), count,
			     "a row has other columns than the header");
		published.figures = arena_grow(arena, published.figures, published.count,
					       &published.capacity, sizeof(*published.figures));
		published.figures[published.count++] = figure_of_row(cells, places);
	}
	return published;
}

bool published_same_place(const struct published_figure *a, const struct published_figure *b)
{
	return strcmp(a->period, b->period) == 0 && strcmp(a->organisation, b->organisation) == 0;
}
