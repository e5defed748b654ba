/*
 * init.c - gradient init: what it writes builds at once, asks for all that the catalogue names, and overwrites
 * nothing. Single messages are cases of tests/golden.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/program.h"
#include "support/sheet.h"

static struct arena *arena;
static const char *folder;

static void set_up(void)
{
	arena = arena_new();
	folder = scratch_new(arena);
}

static void tear_down(void)
{
	scratch_free(folder);
	arena_free(arena);
}

TestSuite(init, .init = set_up, .fini = tear_down);

struct kind {
	const char *name, *spec, *code, *body;
};

static const struct kind kinds[] = {
	{ "icb", "statement.xml", "QNV", "North Vale Integrated Care Board" },
	{ "acute", "statement.xml", "RNV", "North Vale University Hospitals NHS Foundation Trust" },
	{ "mental-health", "statement.xml", "RNM",
	  "North Vale Mental Health NHS Foundation Trust" },
	{ "community", "statement.xml", "RNC", "North Vale Community Healthcare NHS Trust" },
	{ "ambulance", "statement.xml", "RNW", "Vales Ambulance Service NHS Trust" },
	{ "appendix", "appendix.xml", "QNV", "North Vale Integrated Care Board" },
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static struct program_result init(const char *kind, const char *into, const char *body)
{
	const char *const words[] = {
		"init", kind, into, body == NULL ? NULL : "--body", body, NULL
	};

	return program_run(arena, folder, words, NULL);
}

static struct program_result gradient(const char *command, const char *spec)
{
	const char *const words[] = { command, spec, NULL };

	return program_run(arena, folder, words, NULL);
}

static const char *inside(const char *name)
{
	return path_join(arena, folder, name);
}

static const char *text_of(const char *name)
{
	const char *text = file_text(arena, inside(name), NULL);

	cr_assert_not_null(text, "%s is not there", name);
	return text;
}

/* -- each kind -------------------------------------------------------------------------------- */

Test(init, writes_reports_that_build_at_once)
{
	for (size_t i = 0; i < KINDS; i++) {
		struct program_result made = init(kinds[i].name, kinds[i].name, NULL), built;

		cr_expect_eq(made.status, 0, "%s: %s", kinds[i].name, made.err);
		built = gradient("build",
				 arena_printf(arena, "%s/%s", kinds[i].name, kinds[i].spec));
		cr_expect_eq(built.status, 0, "%s: %s", kinds[i].name, built.err);
		cr_expect_null(strstr(built.err, "error"), "%s", built.err);
		cr_expect_not_null(strstr(built.out, ".pdf"), "%s", built.out);
	}
}

Test(init, says_in_the_notice_and_at_the_end_that_the_figures_are_made_up)
{
	struct program_result made = init("acute", "new", NULL);

	cr_expect_not_null(strstr(made.out, "new/statement.xml\n"));
	cr_expect_not_null(strstr(made.out, "The figures are made up."));
	cr_expect_not_null(
		strstr(text_of("new/statement.xml"), "<notice>Made-up figures.</notice>"));
}

/* "@word@": a place of the template that was not filled in. */
static bool has_placeholder(const char *text)
{
	for (; (text = strchr(text, '@')) != NULL; text++) {
		size_t length = strspn(text + 1, "abcdefghijklmnopqrstuvwxyz -");

		if (length > 0 && text[1 + length] == '@')
			return true;
	}
	return false;
}

Test(init, fills_in_every_place_of_the_templates)
{
	for (size_t i = 0; i < KINDS; i++) {
		const char *const find[] = { "find", ".", "-type", "f", NULL };
		const char *files, *end;

		init(kinds[i].name, kinds[i].name, NULL);
		files = command_run(arena, inside(kinds[i].name), find).out;
		cr_assert_gt(strlen(files), 100);
		for (; (end = strchr(files, '\n')) != NULL; files = end + 1) {
			const char *name = arena_printf(arena, "%s/%.*s", kinds[i].name,
							(int)(end - files), files);

			cr_expect_not(has_placeholder(text_of(name)), "%s", name);
		}
	}
}

Test(init, names_the_body_and_its_code_in_report_and_data)
{
	for (size_t i = 0; i < KINDS; i++) {
		const char *spec;

		init(kinds[i].name, kinds[i].name, NULL);
		spec = text_of(arena_printf(arena, "%s/%s", kinds[i].name, kinds[i].spec));
		cr_expect_not_null(
			strstr(spec, arena_printf(arena, "<publisher>%s<", kinds[i].body)), "%s",
			kinds[i].name);
		cr_expect_not_null(
			strstr(spec, arena_printf(arena, "organisation=\"%s\"", kinds[i].code)),
			"%s", kinds[i].name);
	}
}

Test(init, takes_another_body_of_the_kind)
{
	struct program_result made = init("acute", "new", "RJ1");
	const char *spec = text_of("new/statement.xml");

	cr_expect_eq(made.status, 0, "%s", made.err);
	cr_expect_not_null(strstr(spec, "<publisher>Guy's and St Thomas' NHS Foundation Trust<"));
	cr_expect_not_null(strstr(spec, "body=\"RJ1\" kind=\"acute\" form=\"foundation-trust\""));
	cr_expect_null(strstr(spec, "RNV"));
	cr_expect_eq(gradient("build", "new/statement.xml").status, 0);
}

/* -- what is asked for ------------------------------------------------------------------------ */

/* True when a cell of a list of kinds with ";" has the word. */
static bool lists(const char *list, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = list; (at = strstr(at, word)) != NULL; at += length)
		if ((at == list || at[-1] == ';') && (at[length] == ';' || at[length] == '\0'))
			return true;
	return false;
}

static bool asks_for(const struct sheet *request, const char *id, const char *dimension)
{
	for (size_t row = 0; row < sheet_rows(request); row++)
		if (sheet_is(request, row, "indicator", id) &&
		    strncmp(sheet_text(request, row, "dimension"), dimension, strlen(dimension)) ==
			    0)
			return true;
	return false;
}

Test(init, asks_for_every_indicator_that_the_kind_of_body_reports)
{
	const struct sheet *catalogue = sheet_read(arena, "inputs/catalogue/statement-2023-25.csv");

	for (size_t i = 0; i < KINDS - 1; i++) {
		const struct sheet *request;
		const char *page;

		init(kinds[i].name, kinds[i].name, NULL);
		request = sheet_read(
			arena, inside(arena_printf(arena, "%s/data-request.csv", kinds[i].name)));
		page = text_of(arena_printf(arena, "%s/data-request.html", kinds[i].name));
		cr_expect_gt(sheet_rows(request), 4);
		for (size_t row = 0; row < sheet_rows(catalogue); row++) {
			const char *id = sheet_text(catalogue, row, "id");
			bool reports =
				lists(sheet_text(catalogue, row, "reporters"), kinds[i].name);

			cr_expect_eq(asks_for(request, id, "all"), reports, "%s %s", kinds[i].name,
				     id);
			cr_expect_eq(strstr(page, arena_printf(arena, "<h3>%s: ", id)) != NULL,
				     reports, "%s %s", kinds[i].name, id);
		}
	}
}

Test(init, asks_for_every_breakdown_with_the_names_of_its_groups)
{
	const struct sheet *request;

	init("acute", "new", NULL);
	request = sheet_read(arena, inside("new/data-request.csv"));
	cr_expect(asks_for(request, "MN01", "deprivation"));
	cr_expect(asks_for(request, "MN01", "ethnic"));
	cr_expect(asks_for(request, "MN01", "age"));
	cr_expect_not(asks_for(request, "MN01", "sex"));
	for (size_t row = 0; row < sheet_rows(request); row++)
		if (sheet_is(request, row, "dimension", "sex"))
			cr_expect_not_null(
				strstr(sheet_text(request, row, "groups"), "Female; Male"));
}

Test(init, tells_what_becomes_of_small_counts)
{
	const struct sheet *request;

	init("mental-health", "new", NULL);
	request = sheet_read(arena, inside("new/data-request.csv"));
	for (size_t row = 0; row < sheet_rows(request); row++)
		if (sheet_is(request, row, "indicator", "MH02")) {
			cr_expect(sheet_is(request, row, "disclosure_rule", "MHSDS-5"));
			cr_expect_not_null(strstr(sheet_text(request, row, "what_is_published"),
						  "0 to 4 are hidden"));
		}
	cr_expect_not_null(strstr(text_of("new/data-request.html"), "rule MHSDS-5): Counts of 0"));
}

/* -- made-up figures -------------------------------------------------------------------------- */

/* The sum of a column over the groups of a dimension of an indicator, in a year. */
static double sum_of(const struct sheet *data, const char *id, const char *dimension,
		     const char *column)
{
	double sum = 0;

	for (size_t row = 0; row < sheet_rows(data); row++)
		if (sheet_is(data, row, "indicator", id) &&
		    sheet_is(data, row, "period", "2024/25") &&
		    sheet_is(data, row, "dimension", dimension))
			sum += sheet_number(data, row, column);
	return sum;
}

Test(init, makes_up_groups_that_add_up_to_the_total)
{
	static const char *const dimensions[] = { "deprivation-quintile", "ethnic-group", "age",
						  "sex" };
	const struct sheet *data;

	init("acute", "new", NULL);
	data = sheet_read(arena, inside("new/data/waiting-list-minimum-data-set.csv"));
	for (size_t i = 0; i < sizeof(dimensions) / sizeof(dimensions[0]); i++) {
		double waits = sum_of(data, "ER01", "all", "numerator");

		cr_expect_gt(waits, 1000);
		cr_expect_eq(sum_of(data, "ER01", dimensions[i], "numerator"), waits, "%s",
			     dimensions[i]);
		cr_expect_eq(sum_of(data, "ER02", dimensions[i], "denominator"),
			     sum_of(data, "ER02", "all", "denominator"), "%s", dimensions[i]);
	}
}

Test(init, makes_up_longer_waits_that_are_part_of_shorter_ones)
{
	const struct sheet *data;
	size_t seen = 0;

	init("icb", "new", NULL);
	data = sheet_read(arena, inside("new/data/waiting-list-minimum-data-set.csv"));
	for (size_t i = 0; i < sheet_rows(data); i++)
		for (size_t j = 0; j < sheet_rows(data); j++) {
			if (!sheet_is(data, i, "indicator", "ER02") ||
			    !sheet_is(data, j, "indicator", "ER03") ||
			    !sheet_is(data, j, "period", sheet_text(data, i, "period")) ||
			    !sheet_is(data, j, "dimension", sheet_text(data, i, "dimension")) ||
			    !sheet_is(data, j, "group", sheet_text(data, i, "group")))
				continue;
			seen++;
			cr_expect_leq(sheet_number(data, j, "numerator"),
				      sheet_number(data, i, "numerator"), "%s",
				      sheet_text(data, i, "group"));
			cr_expect_leq(sheet_number(data, i, "numerator"),
				      sheet_number(data, i, "denominator"), "%s",
				      sheet_text(data, i, "group"));
		}
	cr_expect_gt(seen, 15);
}

Test(init, leaves_no_gap_among_the_indicators)
{
	for (size_t i = 0; i < KINDS - 1; i++) {
		const struct sheet *coverage;

		init(kinds[i].name, kinds[i].name, NULL);
		gradient("build", arena_printf(arena, "%s/statement.xml", kinds[i].name));
		coverage = sheet_read(arena, inside("output/statement/coverage.csv"));
		for (size_t row = 0; row < sheet_rows(coverage); row++)
			if (sheet_is(coverage, row, "kind", "indicator"))
				cr_expect(sheet_is(coverage, row, "gaps", "0"), "%s %s %s",
					  kinds[i].name, sheet_text(coverage, row, "id"),
					  sheet_text(coverage, row, "breakdown"));
	}
}

/* -- again ------------------------------------------------------------------------------------ */

Test(init, overwrites_nothing)
{
	const char *before;
	struct program_result again;

	cr_assert_eq(init("ambulance", "new", NULL).status, 0);
	before = folder_digest(arena, folder, NULL);
	again = init("icb", "new", NULL);
	cr_expect_eq(again.status, 5);
	cr_expect_not_null(strstr(again.err, "overwrites nothing"), "%s", again.err);
	cr_expect_str_eq(folder_digest(arena, folder, NULL), before);
}

Test(init, writes_into_an_empty_folder)
{
	const char *const make[] = { "mkdir", "new", NULL };

	command_run(arena, folder, make);
	cr_expect_eq(init("ambulance", "new", NULL).status, 0);
	cr_expect_not_null(text_of("new/plus.csv"));
}

Test(init, writes_the_same_each_time)
{
	init("icb", "one", NULL);
	init("icb", "two", NULL);
	cr_expect_str_eq(folder_digest(arena, inside("one"), NULL),
			 folder_digest(arena, inside("two"), NULL));
}
