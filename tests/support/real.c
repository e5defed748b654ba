#include "support/real.h"

#include <criterion/criterion.h>
#include <criterion/hooks.h>
#include <criterion/stats.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/path.h"
#include "model/code_list.h"
#include "support/sheet.h"

enum { ARGUMENTS_MOST = 40 };

static const char *folder(void)
{
	const char *named = getenv("GRADIENT_REAL_DATA");

	return named != NULL ? named : "../shared/data/real";
}

/* Criterion shows a skipped test only when it is asked to be verbose. */
static const char *needed(const char *path)
{
	if (!path_exists(path)) {
		fprintf(stderr, "skipped: no real data: %s (see GRADIENT_REAL_DATA)\n", path);
		cr_skip_test("no real data");
	}
	return path;
}

const char *real_file(struct arena *arena, const char *name)
{
	return needed(path_join(arena, folder(), name));
}

struct real_run real_build(struct arena *arena, const char *spec, const char *const *settings,
			   const char *formats)
{
	const char *data = needed(folder());
	struct real_run run = { .output = scratch_new(arena) };
	const char *arguments[ARGUMENTS_MOST] = { "build",  spec, "-o",        run.output,
						  "--data", data, "--formats", formats };
	const char *results = path_join(arena, run.output, "results.csv");
	size_t count = 8;

	for (; settings != NULL && *settings != NULL && count + 2 < ARGUMENTS_MOST; settings++) {
		arguments[count++] = "-p";
		arguments[count++] = *settings;
	}
	run.result = program_run(arena, NULL, arguments, NULL);
	if (path_exists(results))
		run.results = sheet_read(arena, results);
	return run;
}

void real_run_free(const struct real_run *run)
{
	scratch_free(run->output);
}

void real_succeeded(const struct real_run *run, const char *what)
{
	cr_assert_eq(run->result.status, 0, "%s: status %d: %s", what, run->result.status,
		     run->result.err);
	cr_assert_not_null(run->results, "%s: no results", what);
	cr_expect_null(strstr(run->result.err, "warning:"), "%s: %s", what, run->result.err);
}

const char *real_text(struct arena *arena, const struct real_run *run, const char *name)
{
	const char *path = path_join(arena, run->output, name);
	const char *command[] = { "pdftotext", "-layout", path, "-", NULL }, *text, *copy;
	struct program_result result = command_run(arena, NULL, command);
	struct buffer words;

	cr_assert_eq(result.status, 0, "%s cannot be read: %s", path, result.err);
	buffer_init(&words);
	for (text = result.out; *text != '\0';) {
		size_t length = strcspn(text, " \n\f");

		buffer_add(&words, text, length);
		text += length;
		if (*text != '\0')
			buffer_add_char(&words, ' ');
		text += strspn(text, " \n\f");
	}
	copy = arena_strdup(arena, buffer_text(&words));
	buffer_clear(&words);
	return copy;
}

size_t real_count(const char *text, const char *what)
{
	size_t count = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		count++;
	return count;
}

static bool is(const struct sheet *results, size_t row, const char *column, const char *wanted,
	       const char *otherwise)
{
	return sheet_is(results, row, column, wanted != NULL ? wanted : otherwise);
}

size_t real_find(const struct sheet *results, const struct real_figure *figure)
{
	for (size_t row = 0; row < sheet_rows(results); row++)
		if (is(results, row, "group", figure->group, "all") &&
		    is(results, row, "organisation", figure->organisation, "E92000001") &&
		    sheet_is(results, row, "period", figure->period) &&
		    sheet_is(results, row, "indicator", figure->indicator) &&
		    is(results, row, "dimension", figure->dimension, "all") &&
		    is(results, row, "sex", figure->sex, "all") &&
		    is(results, row, "measure", figure->measure, "value"))
			return row;
	cr_assert_fail("no figure for %s, %s, %s, %s, %s", figure->indicator, figure->period,
		       figure->organisation != NULL ? figure->organisation : "E92000001",
		       figure->dimension != NULL ? figure->dimension : "all",
		       figure->group != NULL ? figure->group : "all");
	return 0;
}

const char *real_usual_code(struct arena *arena, const char *code)
{
	const struct sheet *organisations = sheet_read(arena, "inputs/reference/organisations.csv");

	for (size_t row = 0; row < sheet_rows(organisations); row++)
		if (code_list_holds(sheet_text(organisations, row, "other_code"), code))
			return sheet_text(organisations, row, "code");
	return code;
}

const char *real_fifth(const char *text)
{
	if (text[0] == '1')
		return "1 most deprived";
	if (text[0] == '5')
		return "5 least deprived";
	return text[0] == 'P' ? NULL : text;
}

bool real_near(double got, double want, double tolerance)
{
	return isnan(got) || isnan(want) ? isnan(got) && isnan(want)
					 : fabs(got - want) <= tolerance;
}

bool real_close(double got, double want, double tolerance)
{
	return real_near(got, want, tolerance * fabs(want));
}

/* A test that was skipped says why; one that a filter left out says nothing. */
static size_t skipped_in(const struct criterion_suite_stats *suite)
{
	size_t count = 0;

	for (const struct criterion_test_stats *test = suite->tests; test != NULL;
	     test = test->next)
		count += test->test_status == CR_STATUS_SKIPPED && test->message != NULL;
	return count;
}

/* The last line of Criterion is silent on tests that were skipped, here or in other suites. */
ReportHook(POST_ALL)(struct criterion_global_stats *stats)
{
	size_t count = 0;

	for (const struct criterion_suite_stats *suite = stats->suites; suite != NULL;
	     suite = suite->next)
		count += skipped_in(suite);
	if (count > 0)
		fprintf(stderr, "%zu tests skipped for want of data; reasons above\n", count);
}
