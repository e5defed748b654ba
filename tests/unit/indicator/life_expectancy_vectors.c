/* method life-expectancy against reference figures, through whole statements. */

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/answers.h"
#include "support/fixture.h"
#include "support/statement.h"

TestSuite(method_life_expectancy_vectors, .init = fixture_set_up, .fini = fixture_tear_down);

enum { BANDS = 20 };

static double start_of(int band)
{
	return band < 2 ? band : 5 * (band - 1);
}

static const char *age_of(int band)
{
	if (band == 0)
		return "0";
	return band == BANDS - 1
		       ? "90+"
		       : arena_printf(arena, "%.0f-%.0f", start_of(band), start_of(band + 1) - 1);
}

/* One indicator for every age; all of them of the same rows. */
static const char *indicators_of_all_ages(void)
{
	struct buffer text;

	buffer_init(&text);
	for (int i = 0; i < BANDS; i++)
		buffer_printf(&text,
			      "<indicator id='L%.0f' method='life-expectancy' at-age='%.0f'>"
			      "<name>Life expectancy</name><unit>Years</unit></indicator>",
			      start_of(i), start_of(i));
	return buffer_finish(&text, arena);
}

/* False for a case of other bands, which the reference figures leave without a value; this method does not. */
static bool rows_of_case(const struct answers *inputs, const char *name, struct buffer *rows)
{
	size_t count = 0;

	buffer_add_text(rows, "indicator,age,numerator,denominator\n");
	for (size_t i = 0; i < answers_count(inputs); i++) {
		double start;
		int band = 0;

		if (!answers_is(inputs, i, "case", name))
			continue;
		start = answers_need(inputs, i, "startage");
		while (band < BANDS && start_of(band) != start)
			band++;
		if (band == BANDS)
			return false;
		count++;
		for (int of = 0; of < BANDS; of++)
			buffer_printf(rows, "L%.0f,%s,%s,%s\n", start_of(of), age_of(band),
				      answers_text(inputs, i, "deaths"),
				      answers_text(inputs, i, "pop"));
	}
	return count == BANDS;
}

/*
 * Rows of a figure that is withheld keep their limits in the file; here all of it is withheld. Where nobody is
 * left the file has no years.
 */
static void compare(struct answers_score *score, const struct answers *expected, size_t row,
		    const struct value *value, const char *const columns[2])
{
	double want;
	bool wanted = answers_number(expected, row, "value", &want) && want != 0;

	answers_compare(score, row, "value", value_is_shown(value), wanted, 1e-12, 1);
	if (wanted && value_is_shown(value))
		answers_compare(score, row, "value", value->estimate, want, 1e-11, 1e-6);
	for (size_t i = 0; i < 2; i++)
		if (wanted)
			answers_compare_cell(score, expected, row, columns[i],
					     i == 0 ? value->limits.lower : value->limits.upper,
					     1e-11, 1e-6);
		else
			answers_compare(score, row, columns[i], value->limits.known, 0, 1e-12, 1);
}

static void compare_case(struct answers_score *score, const struct answers *expected,
			 const struct answers *inputs, const char *name, bool wide)
{
	static const char *const columns[][2] = { { "lower95", "upper95" },
						  { "lower998", "upper998" } };
	struct statement_parts parts = { .indicators = indicators_of_all_ages(),
					 .about = "organisation='QNV' indicator='L0'",
					 .data = wide ? "confidence='99.8'" : NULL };
	struct statement *statement;
	struct buffer rows;

	buffer_init(&rows);
	if (!rows_of_case(inputs, name, &rows)) {
		buffer_clear(&rows);
		return;
	}
	parts.rows = buffer_finish(&rows, arena);
	statement = statement_of(&parts);
	for (size_t i = 0; i < answers_count(expected); i++) {
		const char *id;

		if (!answers_is(expected, i, "case", name))
			continue;
		id = arena_printf(arena, "L%.0f", answers_need(expected, i, "startage"));
		compare(score, expected, i,
			&statement_result(statement, (struct figure_key){ .indicator = id })->value,
			columns[wide]);
	}
	statement_free(statement);
}

Test(method_life_expectancy_vectors, agrees_with_reference_figures)
{
	struct answers *inputs = answers_open("life_inputs.csv");
	struct answers *expected = answers_open("life_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0, end; i < answers_count(expected); i = end) {
		const char *name = answers_text(expected, i, "case");

		end = answers_block_end(expected, i, "case");
		compare_case(&score, expected, inputs, name, false);
		compare_case(&score, expected, inputs, name, true);
	}
	cr_expect_gt(score.compared, 100, "only %zu figures were compared", score.compared);
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}
