#include "support/indirect.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/fixture.h"

struct statement_parts indirect_parts(const char *method, const char *attributes, const char *rows)
{
	return (struct statement_parts){
		.indicators = arena_printf(
			arena,
			"<indicator id='A' method='%s' %s reference='E92000001'><name>Deaths</name>"
			"<unit>Deaths</unit></indicator>",
			method, attributes),
		.rows = rows,
	};
}

static struct result result_of(const struct statement_parts *parts)
{
	struct statement *statement = statement_of(parts);
	struct result result = *statement_result(statement, (struct figure_key){ 0 });

	statement_free(statement);
	return result;
}

struct result indirect_result(const char *method, const char *rows)
{
	struct statement_parts parts =
		indirect_parts(method, strcmp(method, "isr") == 0 ? "per='100000'" : "", rows);

	return result_of(&parts);
}

/* The observed events of a case can be given for all ages alone. Rows without numbers are left out. */
static const char *rows_of(const struct answers *inputs, const struct answers *expected, size_t row)
{
	const char *name = answers_text(expected, row, "case");
	double people = 0, number;
	struct buffer rows;

	buffer_init(&rows);
	buffer_add_text(&rows, INDIRECT_COLUMNS);
	for (size_t i = 0; i < answers_count(inputs); i++) {
		const char *age = answers_text(inputs, i, "ageband");

		if (!answers_is(inputs, i, "case", name))
			continue;
		buffer_printf(&rows, "E92000001,%s,%s,%s\n", age, answers_text(inputs, i, "x_ref"),
			      answers_text(inputs, i, "n_ref"));
		if (!answers_number(inputs, i, "n", &number))
			continue;
		people += number;
		buffer_printf(&rows, "QNV,%s,,%s\n", age, answers_text(inputs, i, "n"));
	}
	buffer_printf(&rows, "QNV,all,%s,%.17g\n", answers_text(expected, row, "observed"), people);
	return buffer_finish(&rows, arena);
}

static void compare(struct answers_score *score, const struct answers *expected, size_t row,
		    const char *column, bool shown, double got)
{
	double want;

	/* Observed over none expected is infinite in the file; it is no figure here. */
	if (answers_number(expected, row, column, &want) && isinf(want))
		answers_compare(score, row, column, shown, 0, 1e-12, 1);
	else
		answers_compare_cell(score, expected, row, column, shown ? got : nan(""), 1e-12,
				     1e-9);
}

void indirect_agree(const char *method, const char *attributes, double scale,
		    const char *const columns[5])
{
	struct answers *inputs = answers_open("isr_inputs.csv");
	struct answers *expected = answers_open("isr_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0; i < 2 * answers_count(expected); i++) {
		size_t row = i / 2, wide = i % 2;
		struct statement_parts parts =
			indirect_parts(method, attributes, rows_of(inputs, expected, row));
		struct result result;
		bool shown;

		parts.data = wide ? "confidence='99.8'" : NULL;
		result = result_of(&parts);
		shown = value_is_shown(&result.value);
		compare(&score, expected, row, columns[0], shown, result.value.estimate / scale);
		compare(&score, expected, row, columns[1 + 2 * wide], shown,
			result.value.limits.lower / scale);
		compare(&score, expected, row, columns[2 + 2 * wide], shown,
			result.value.limits.upper / scale);
	}
	answers_judge(&score, expected);
	answers_close(expected);
	answers_close(inputs);
}
