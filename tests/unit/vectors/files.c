/* Every handler of generator/vectors/files against tests/vectors, as it is and changed. */

#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <criterion/parameterized.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "support/program.h"
#include "support/trials.h"
#include "support/vectors_sheet.h"
#include "support/workplace.h"
#include "vectors/check.h"

static const char folder[] = "tests/vectors";

static struct vectors_results check(struct workplace *place, const char *where)
{
	place->diags = diag_list_new(place->arena);
	return vectors_check(place->arena, where, ".", place->diags);
}

static size_t entry_count(void)
{
	size_t count = 0;

	while (vector_files()[count].file != NULL)
		count++;
	return count;
}

Test(vectors_files, all_are_among_the_vectors_and_agree)
{
	struct workplace place = workplace_new();
	struct vectors_results results = check(&place, folder);

	cr_expect_str_empty(workplace_said(&place), "%s", workplace_said(&place));
	cr_assert_eq(results.count, entry_count());
	for (size_t i = 0; i < results.count; i++) {
		const struct vectors_result *file = &results.files[i];

		cr_expect(file->usable && file->rows > 0 && file->compared >= file->rows, "%s",
			  file->name);
		cr_expect_eq(file->failed, 0, "%s", file->name);
		for (size_t j = 0; j < file->tally_count; j++)
			cr_expect_leq(file->tallies[j].error, file->tallies[j].allowed, "%s",
				      file->name);
	}
	workplace_free(&place);
}

/* Copies every file of the folder, changed. */
static void copy_all(struct workplace *place,
		     struct vectors_sheet change(const struct vectors_sheet *sheet), bool windows)
{
	size_t count;
	const char **names = path_names(place->arena, folder, ".csv", &count);

	cr_assert_gt(count, 0);
	for (size_t i = 0; i < count; i++) {
		const char *name = arena_printf(place->arena, "%s.csv", names[i]);
		struct vectors_sheet sheet =
			vectors_sheet_read(place->arena, path_join(place->arena, folder, name));

		sheet = change(&sheet);
		vectors_sheet_write(&sheet, workplace_path(place, name), windows);
	}
}

static void expect_the_same(struct workplace *place)
{
	struct vectors_results before = check(place, folder), after = check(place, place->folder);

	cr_expect_str_empty(workplace_said(place), "%s", workplace_said(place));
	cr_assert_eq(after.count, before.count);
	for (size_t i = 0; i < before.count; i++) {
		cr_expect_eq(after.files[i].compared, before.files[i].compared, "%s",
			     before.files[i].name);
		cr_expect_eq(after.files[i].failed, 0, "%s", before.files[i].name);
	}
}

Test(vectors_files, may_have_columns_in_any_order_a_byte_order_mark_and_other_line_ends)
{
	struct workplace place = workplace_new();

	copy_all(&place, vectors_sheet_mirrored, true);
	expect_the_same(&place);
	workplace_free(&place);
}

Test(vectors_files, may_have_rows_in_any_order)
{
	struct workplace place = workplace_new();

	copy_all(&place, vectors_sheet_upside_down, false);
	expect_the_same(&place);
	workplace_free(&place);
}

/*
 * Columns on which no figure of a file depends: they say what a row is, repeat what the other file says, or hold
 * what other software made of it. "" stands for every file.
 */
static const struct {
	const char *expected, *file, *column;
} passed_over[] = {
	{ "", "", "id" },
	{ "", "", "area" },
	{ "", "dsr_inputs.csv", "ageband" },
	{ "", "isr_inputs.csv", "ageband" },
	{ "benchmark.csv", "", "k" },
	{ "benchmark.csv", "", "value" },
	{ "sii_expected.csv", "sii_inputs.csv", "value_type" },
	{ "sii_expected.csv", "sii_inputs.csv", "transform" },
	{ "sii_expected.csv", "sii_inputs.csv", "multiplier" },
	{ "sii_draws_expected.csv", "sii_draws.csv", "draw" },
	{ "recent_trend_expected.csv", "recent_trend_inputs.csv", "polarity" },
	{ "funnel_proportion.csv", "funnel_inputs.csv", "expected" },
	{ "funnel_proportion.csv", "funnel_inputs.csv", "rate" },
	{ "funnel_rate.csv", "funnel_inputs.csv", "expected" },
	{ "inequality_expected.csv", "inequality_expected.csv", "ci_kind" },
	{ "inequality_expected.csv", "inequality_expected.csv", "note" },
	{ "inequality_expected.csv", "inequality_expected.csv", "upstream_estimate" },
	{ "inequality_expected.csv", "inequality_expected.csv", "upstream_se" },
	{ "inequality_expected.csv", "inequality_expected.csv", "upstream_lower95" },
	{ "inequality_expected.csv", "inequality_expected.csv", "upstream_upper95" },
	{ "inequality_expected.csv", "inequality_inputs.csv", "subgroup" },
	{ "xmr_expected.csv", "xmr_expected.csv", "value" },
	{ "xmr_expected.csv", "xmr_inputs.csv", "date" },
};

/* Files that a handler asks for beside its inputs. */
static const struct {
	const char *file, *other;
} others[] = {
	{ "sii_draws_expected.csv", "sii_inputs.csv" },
	{ "gap_dsr.csv", "dsr_expected.csv" },
};

static bool is_or_any(const char *pattern, const char *text)
{
	return pattern[0] == '\0' || strcmp(pattern, text) == 0;
}

static bool is_passed_over(const char *expected, const char *file, const char *column)
{
	for (size_t i = 0; i < sizeof(passed_over) / sizeof(passed_over[0]); i++)
		if (is_or_any(passed_over[i].expected, expected) &&
		    is_or_any(passed_over[i].file, file) &&
		    strcmp(passed_over[i].column, column) == 0)
			return true;
	return false;
}

static void copy(struct workplace *place, const char *name)
{
	size_t length;
	const char *text = file_text(place->arena, path_join(place->arena, folder, name), &length);

	cr_assert_not_null(text, "%s is not there", name);
	file_write(workplace_path(place, name), text, length);
}

static void copy_others(struct workplace *place, const char *name)
{
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(others[i].file, name) == 0)
			copy(place, others[i].other);
}

static struct vectors_result result_of(struct workplace *place, const char *name)
{
	struct vectors_results results = check(place, place->folder);

	for (size_t i = 0; i < results.count; i++)
		if (strcmp(results.files[i].name, name) == 0)
			return results.files[i];
	cr_assert_fail("%s was not looked at", name);
	return (struct vectors_result){ 0 };
}

/* Another number, and one that turns an order round; another text in every row. What is missing stays so. */
static const char *changed(struct arena *arena, const char *cell, size_t row)
{
	double number;

	if (cell[0] == '\0' || strcmp(cell, "NA") == 0 || strcmp(cell, "Inf") == 0)
		return cell;
	return number_parse(cell, strlen(cell), &number)
		       ? arena_printf(arena, "%.17g", -1.5 * number - 1)
		       : arena_printf(arena, "%sx%zu", cell, row);
}

/* Changes one column after the other in all its rows, and expects that to come out each time. */
static void expect_to_notice(struct workplace *place, const struct vector_file_entry *entry,
			     const char *name)
{
	struct vectors_result before = result_of(place, entry->name);
	struct vectors_sheet sheet =
		vectors_sheet_read(place->arena, path_join(place->arena, folder, name));

	cr_assert(before.usable && before.failed == 0, "%s", entry->name);
	for (size_t column = 0; column < sheet.columns; column += TRIALS_ONE_OF) {
		const char *heading = *vectors_sheet_cell(&sheet, 0, column);
		struct vectors_sheet other = vectors_sheet_upside_down(&sheet);
		struct vectors_result after;

		other = vectors_sheet_upside_down(&other);
		for (size_t row = 1; row < other.rows; row++) {
			const char **cell = vectors_sheet_cell(&other, row, column);

			*cell = changed(place->arena, *cell, row);
		}
		vectors_sheet_write(&other, workplace_path(place, name), false);
		after = result_of(place, entry->name);
		cr_expect_neq(!after.usable || after.failed > 0 ||
				      after.compared != before.compared,
			      is_passed_over(entry->name, name, heading), "%s: %s: %s", entry->name,
			      name, heading);
	}
	copy(place, name);
}

ParameterizedTestParameters(vectors_files, look_at_every_column)
{
	size_t count = entry_count(), *indices = cr_malloc(count * sizeof(*indices));

	for (size_t i = 0; i < count; i++)
		indices[i] = i;
	return cr_make_param_array(size_t, indices, count, NULL);
}

ParameterizedTest(size_t *index, vectors_files, look_at_every_column)
{
	const struct vector_file_entry *entry = &vector_files()[*index];
	struct workplace place = workplace_new();

	copy(&place, entry->name);
	copy_others(&place, entry->name);
	if (entry->inputs[0] != '\0')
		copy(&place, entry->inputs);
	expect_to_notice(&place, entry, entry->name);
	if (entry->inputs[0] != '\0')
		expect_to_notice(&place, entry, entry->inputs);
	workplace_free(&place);
}
