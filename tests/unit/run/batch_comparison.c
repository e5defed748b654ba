/*
 * batch_comparison.c - the comparison of all bodies beside their statements: what one hides, the other hides.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/program.h"

static struct arena *arena;
static const char *folder;

static void set_up(void)
{
	arena = arena_new();
	folder = scratch_new(arena);
	command_run(arena, NULL,
		    (const char *[]){ "cp", "-r", "inputs/example-batch",
				      path_join(arena, folder, "in"), NULL });
	setenv("XDG_STATE_HOME", path_join(arena, folder, "state"), 1);
	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
}

static void tear_down(void)
{
	scratch_free(folder);
	arena_free(arena);
}

TestSuite(batch_comparison, .init = set_up, .fini = tear_down);

static const char *text_of(const char *name)
{
	return file_text(arena, path_join(arena, folder, name), NULL);
}

static void change(const char *name, const char *what, const char *by)
{
	const char *before = text_of(name), *after = text_replace(arena, before, what, by);

	cr_assert_str_neq(before, after);
	file_write(path_join(arena, folder, name), after, strlen(after));
}

/* The spec reads a copy of the data file's description with another rule. */
static void give_other_rule(const char *spec, const char *rule)
{
	const char *data = text_of("in/data.xml");
	const char *other = text_replace(arena, data, "LOCAL-5", rule);

	file_write(path_join(arena, folder, "in/other.xml"), other, strlen(other));
	change(spec, "href=\"data.xml\"", "href=\"other.xml\"");
}

static struct program_result batch(void)
{
	return program_run(arena, folder,
			   (const char *[]){ "batch", "in/statement.xml", "--for-each",
					     "in/bodies.csv", "--comparison", "in/comparison.xml",
					     "--formats", "dump", "-o", "out", NULL },
			   NULL);
}

static bool has(const char *text, const char *part)
{
	return text != NULL && strstr(text, part) != NULL;
}

/*
 * Holds every figure that one results file hides against the same row of another. Rows begin with what the figure is
 * of, up to its measure; then comes its state.
 */
static size_t expect_hidden_too(const char *one, const char *other)
{
	static const char state[] = ",value,suppressed,";
	size_t count = 0;

	for (const char *line = one; line != NULL && *line != '\0';) {
		const char *end = strchr(line, '\n'), *at;
		const char *row = arena_strndup(arena, line,
						end == NULL ? strlen(line) : (size_t)(end - line));

		at = strstr(row, state);
		if (at != NULL) {
			const char *same =
				arena_printf(arena, "\n%.*s%s", (int)(at - row), row, state);

			cr_expect(has(other, same), "shown: %s", row);
			count++;
		}
		line = end == NULL ? NULL : end + 1;
	}
	return count;
}

Test(batch_comparison, hides_what_statements_hide_and_nothing_else)
{
	static const char *const bodies[] = { "QN2", "QN5", "QN6", "QN7", "QN9" };
	struct program_result result = batch();
	const char *comparison = text_of("out/comparison/results.csv");

	cr_assert_eq(result.status, 0, "%s", result.err);
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		const char *statement =
			text_of(arena_printf(arena, "out/%s/results.csv", bodies[i]));

		cr_assert_not_null(statement);
		cr_expect_gt(expect_hidden_too(statement, comparison), 0);
		cr_expect_gt(expect_hidden_too(comparison, statement), 0);
	}
	/* 3 admissions of 856 children in 2022/23: hidden, so its counts are nowhere. */
	cr_expect_not(has(comparison, "QN7,deprivation-quintile,1 most deprived,all,value,shown"));
	cr_expect_not(has(comparison, ",3,856,"));
}

Test(batch_comparison, is_refused_when_it_shows_what_a_statement_hides)
{
	struct program_result result;

	give_other_rule("in/comparison.xml", "NONE");
	result = batch();
	cr_expect_eq(result.status, 5);
	cr_expect(has(result.err, "hidden there, shown in the comparison"), "%s", result.err);
	cr_expect(has(result.err, "[OUT72]"));
	cr_expect_null(text_of("out/comparison/results.csv"));
	cr_expect_not_null(text_of("out/QN7/results.csv"));
}

Test(batch_comparison, is_refused_when_it_hides_what_a_statement_shows)
{
	struct program_result result;

	give_other_rule("in/statement.xml", "NONE");
	result = batch();
	cr_expect_eq(result.status, 5);
	cr_expect(has(result.err, "shown there, hidden in the comparison"), "%s", result.err);
	cr_expect_null(text_of("out/comparison/results.csv"));
}

/* The comparison itself reads nothing that has changed. */
Test(batch_comparison, is_held_against_statements_that_are_made_again)
{
	struct program_result result = batch();

	cr_assert_eq(result.status, 0, "%s", result.err);
	result = batch();
	cr_expect(has(result.err, "9 unchanged") || has(result.out, "9 unchanged"), "%s%s",
		  result.out, result.err);
	give_other_rule("in/statement.xml", "HES-5");
	result = batch();
	cr_expect_eq(result.status, 5);
	cr_expect(has(result.err, "[OUT72]"), "%s", result.err);
}

Test(batch_comparison, says_when_a_statement_is_not_there_to_be_held_against)
{
	struct program_result result;

	change("in/bodies.csv", "QN9,Coldmere", "QN9,Coldmere\nXX9,Nowhere");
	change("in/comparison.xml", "of=\"{bodies}\"", "of=\"QN2 QN3 QN4 QN5 QN6 QN7 QN8 QN9\"");
	result = batch();
	cr_expect(has(result.err, "[OUT73]"), "%s", result.err);
	cr_expect_not_null(text_of("out/comparison/results.csv"));
}

/* Whoever publishes the folder must not publish a comparison that gives away what the statements beside it hide. */
Test(batch_comparison, of_an_earlier_run_is_withdrawn_when_this_one_is_refused)
{
	struct program_result result = batch();
	const char *before;

	cr_assert_eq(result.status, 0, "%s", result.err);
	before = text_of("out/comparison/results.csv");
	file_write(path_join(arena, folder, "out/comparison/letter.txt"), "kept", 4);
	give_other_rule("in/comparison.xml", "NONE");
	result = batch();
	cr_expect_eq(result.status, 5);
	cr_expect(has(result.err, "[OUT60]"), "%s", result.err);
	cr_expect(has(result.err, "out/comparison was moved to "
				  "out/.gradient-private/withdrawn/comparison"),
		  "%s", result.err);
	cr_expect_not(path_exists(path_join(arena, folder, "out/comparison")));
	cr_expect_str_eq(text_of("out/.gradient-private/withdrawn/comparison/results.csv"), before);
	cr_expect_str_eq(text_of("out/.gradient-private/withdrawn/comparison/letter.txt"), "kept");
	cr_expect_not(has(text_of("out/index.html"), "comparison/"), "a link to what is not there");
	/* Refused once more there is nothing to withdraw; made again and refused again, both are kept. */
	cr_expect_not(has(batch().err, "[OUT60]"));
	change("in/other.xml", "NONE", "LOCAL-5");
	result = batch();
	cr_assert_eq(result.status, 0, "%s", result.err);
	cr_expect_not_null(text_of("out/comparison/results.csv"));
	change("in/other.xml", "LOCAL-5", "NONE");
	cr_expect(has(batch().err, "withdrawn/comparison-2"));
}

/* A run that made the statements and not the comparison leaves one that was held against others. */
Test(batch_comparison, is_made_again_when_statements_were_made_without_it)
{
	struct program_result result = batch();

	cr_assert_eq(result.status, 0, "%s", result.err);
	give_other_rule("in/statement.xml", "HES-5");
	result = program_run(arena, folder,
			     (const char *[]){ "batch", "in/statement.xml", "--for-each",
					       "in/bodies.csv", "--formats", "dump", "-o", "out",
					       NULL },
			     NULL);
	cr_assert_eq(result.status, 0, "%s", result.err);
	result = batch();
	cr_expect_eq(result.status, 5);
	cr_expect(has(result.err, "[OUT72]"), "%s", result.err);
	cr_expect(has(result.err, "[OUT60]"), "%s", result.err);
}
