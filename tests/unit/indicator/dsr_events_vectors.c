/* method dsr-events against reference figures, through whole statements. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/answers.h"
#include "support/fixture.h"
#include "support/statement.h"

TestSuite(method_dsr_events_vectors, .init = fixture_set_up, .fini = fixture_tear_down);

static struct result result_of_case(struct statement_parts parts)
{
	struct statement *statement = statement_of(&parts);
	struct result result = *statement_result(statement, (struct figure_key){ 0 });

	statement_free(statement);
	return result;
}

/* A case as a report of its own: rows, and the weights as a standard population that it brings. */
static struct statement_parts parts_of_case(const struct answers *inputs, const char *name,
					    const char *data)
{
	struct buffer rows, weights;

	buffer_init(&rows);
	buffer_init(&weights);
	buffer_add_text(&rows, "age,events-per-person,numerator,denominator\n");
	buffer_add_text(&weights, "ageband,weight\n");
	for (size_t i = 0; i < answers_count(inputs); i++) {
		const char *age = answers_text(inputs, i, "ageband");
		const char *line;

		if (!answers_is(inputs, i, "case", name))
			continue;
		buffer_printf(&rows, "%s,%s,%s,%s\n", age, answers_text(inputs, i, "eventfreq"),
			      answers_text(inputs, i, "persons"), answers_text(inputs, i, "n"));
		line = arena_printf(arena, "\n%s,%s\n", age, answers_text(inputs, i, "stdpop"));
		if (strstr(buffer_text(&weights), line) == NULL)
			buffer_add_text(&weights, line + 1);
	}
	return (struct statement_parts){
		.method = "dsr-events",
		.per = "100000",
		.unit = "Admissions",
		.standard = "own",
		.data = data,
		.more_sources = "<standard id='own' href='own.csv' title='Weights'/>",
		.rows = buffer_finish(&rows, arena),
		.files = { { "own.csv", buffer_finish(&weights, arena) } },
	};
}

static void compare_case(struct answers_score *score, const struct answers *inputs,
			 const struct answers *expected, size_t row, const char *data,
			 const char *const columns[2])
{
	const char *name = answers_text(expected, row, "case");
	struct result result = result_of_case(parts_of_case(inputs, name, data));
	const struct value *value = &result.value;
	double scale = answers_need(expected, row, "multiplier") / 100000;
	bool known = value_is_shown(value);

	answers_compare_cell(score, expected, row, "value",
			     known ? scale * value->estimate : nan(""), 1e-12, 1e-9);
	answers_compare_cell(score, expected, row, columns[0],
			     known ? scale * value->limits.lower : nan(""), 1e-12, 1e-9);
	answers_compare_cell(score, expected, row, columns[1],
			     known ? scale * value->limits.upper : nan(""), 1e-12, 1e-9);
	answers_compare_cell(score, expected, row, "total_count", result.numerator.number, 1e-12,
			     1);
	answers_compare_cell(score, expected, row, "total_pop", result.denominator.number, 1e-12,
			     1);
	if (known)
		answers_compare_cell(score, expected, row, "vardsr",
				     pow(scale * result.standard_error, 2), 1e-12, 1e-9);
}

Test(method_dsr_events_vectors, agrees_with_reference_figures)
{
	static const char *const at_95[] = { "lower95", "upper95" };
	static const char *const at_998[] = { "lower998", "upper998" };
	struct answers *inputs = answers_open("dsr_nonindependent_inputs.csv");
	struct answers *expected = answers_open("dsr_nonindependent_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0; i < answers_count(expected); i++) {
		compare_case(&score, inputs, expected, i, NULL, at_95);
		compare_case(&score, inputs, expected, i, "confidence='99.8'", at_998);
	}
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}
