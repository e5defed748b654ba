#include "support/inequality.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buffer.h"

static const double deviate = 1.959963984540054;

/* Limits even about the value, as a survey publishes them. */
static const char *rows_of(struct arena *arena, const struct answers *inputs,
			   const struct inequality *inequality)
{
	struct buffer rows;
	const char *text;

	buffer_init(&rows);
	buffer_add_text(&rows, "dimension,group,denominator,value,lower,upper\n");
	for (size_t i = 0; i < inequality->count; i++) {
		size_t row = inequality->first + i;
		double value = answers_need(inputs, row, "est");
		double half = deviate * answers_need(inputs, row, "se");

		buffer_printf(&rows, "%s,%zu,%s,%.17g,%.17g,%.17g\n",
			      inequality->ordered ? "deprivation" : "age", i + 1,
			      answers_text(inputs, row, "pop"), value, value - half, value + half);
	}
	text = arena_strdup(arena, buffer_text(&rows));
	buffer_clear(&rows);
	return text;
}

struct inequality inequality_open(const struct answers *inputs, const char *name)
{
	struct inequality inequality = { .first = answers_find(inputs, "case", name) };
	struct arena *arena = arena_new();
	struct statement_parts parts = { .method = "given" };
	size_t row = inequality.first;
	double order;

	inequality.count = answers_block_end(inputs, row, "case") - row;
	inequality.ordered = answers_number(inputs, row, "subgroup_order", &order);
	inequality.high_is_good = answers_is(inputs, row, "favourable", "1");
	inequality.scale = answers_need(inputs, row, "scaleval");
	inequality.key.by = inequality.ordered ? "deprivation" : "age";
	inequality.reference = inequality.count;
	for (size_t i = 0; i < inequality.count; i++)
		if (answers_is(inputs, row + i, "reference", "1"))
			inequality.reference = i;
	parts.rows = rows_of(arena, inputs, &inequality);
	parts.good = inequality.high_is_good ? "high" : "low";
	parts.per = arena_printf(arena, "%g", inequality.scale);
	parts.unit = inequality.scale == 100 ? "%" : "Events per 100,000";
	if (inequality.scale == 100000)
		parts.per = "100000";
	inequality.statement = statement_of(&parts);
	arena_free(arena);
	return inequality;
}

void inequality_close(struct inequality *inequality)
{
	statement_free(inequality->statement);
}

int inequality_group(const struct inequality *inequality, size_t place)
{
	const struct dimensions *dimensions = inequality->statement->run.dataset->dimensions;
	const char *by = inequality->ordered ? "deprivation-quintile" : "age";
	char name[16];

	snprintf(name, sizeof(name), "%zu", place + 1);
	return group_find(dimensions->classifications[classification_find(dimensions, by)], name);
}

/*
 * NaN, as for a figure that is not there, when neither has limits: where all groups are alike the error of the
 * vectors is infinite or 0, which tells nobody how sure that is.
 */
static void compare_limit(struct answers_score *score, const struct answers *expected, size_t row,
			  const char *column, double got, double sign, double least)
{
	double wanted;

	if (answers_number(expected, row, column, &wanted) && isfinite(wanted) &&
	    answers_number_or(expected, row, "se", 0) > 0)
		answers_compare(score, row, column, got, fmax(sign * wanted, least), 1e-9, 1e-4);
	else
		cr_expect(isnan(got), "row %zu: %s is %g", row, column, got);
}

void inequality_compare(struct answers_score *score, const struct answers *expected, size_t row,
			const struct value *got, double sign, double least)
{
	double lower = got->limits.known ? got->limits.lower : nan("");
	double upper = got->limits.known ? got->limits.upper : nan("");

	cr_assert(value_is_shown(got), "row %zu is %s", row, value_state_name(got->state));
	answers_compare(score, row, "estimate", got->estimate,
			sign * answers_need(expected, row, "estimate"), 1e-9, 1e-4);
	compare_limit(score, expected, row, sign < 0 ? "upper95" : "lower95", lower, sign, least);
	compare_limit(score, expected, row, sign < 0 ? "lower95" : "upper95", upper, sign, least);
}
