/* run.json as it is written and read again. */

#include "data/run_record.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/path.h"
#include "support/program.h"

static struct arena *arena;
static struct diag_list *diags;
static const char *folder;

static void set_up(void)
{
	arena = arena_new();
	diags = diag_list_new(arena);
	folder = scratch_new(arena);
}

static void tear_down(void)
{
	scratch_free(folder);
	arena_free(arena);
}

TestSuite(run_record, .init = set_up, .fini = tear_down);

static struct record_pair versions[] = { { "gradient", "0.1" }, { "cairo", "1.18" } };
static struct record_pair parameters[] = { { "year", "2024 \"25\"" } };
static const char *folders[] = { "../data" };
static struct record_file inputs[] = { { PLACE_REPORT, "a.xml", "aa", 12 },
				       { PLACE_PROGRAM, "inputs/b.csv", "bb", 5000000000 },
				       { PLACE_REPORT, "c.csv", NULL, 0 } };
static struct record_file outputs[] = { { PLACE_REPORT, "charts/d.svg", "dd", 7 } };
static struct record_rule rules[] = { { "s", "Source", "HES-5", "hides 1 to 7" } };
static struct record_stage stages[] = { { "reading", 1.6 } };

static const struct run_record whole = {
	.report = "../x/report.xml",
	.versions = versions,
	.version_count = 2,
	.parameters = parameters,
	.parameter_count = 1,
	.data_folders = folders,
	.data_folder_count = 1,
	.formats = "pdf,svg",
	.source_date = "1700000000",
	.archival = true,
	.unsafe_internal = true,
	.inputs = inputs,
	.input_count = 3,
	.rules = rules,
	.rule_count = 1,
	.outputs = outputs,
	.output_count = 1,
	.stages = stages,
	.stage_count = 1,
};

static const char *written(const struct run_record *record)
{
	struct buffer bytes;

	buffer_init(&bytes);
	run_record_write(record, &bytes);
	return buffer_finish(&bytes, arena);
}

static struct run_record *reread(const char *text)
{
	const char *path = path_join(arena, folder, "run.json");

	file_write(path, text, strlen(text));
	return run_record_read(arena, path, diags);
}

Test(run_record, says_again_what_was_written)
{
	const struct run_record *record = reread(written(&whole));

	cr_assert_not_null(record);
	cr_expect_str_eq(record->report, "../x/report.xml");
	cr_assert_eq(record->version_count, 2);
	cr_expect_str_eq(record->versions[1].name, "cairo");
	cr_expect_str_eq(record->versions[1].value, "1.18");
	cr_expect_str_eq(record->parameters[0].value, "2024 \"25\"");
	cr_expect_str_eq(record->data_folders[0], "../data");
	cr_expect_str_eq(record->formats, "pdf,svg");
	cr_expect_str_eq(record->source_date, "1700000000");
	cr_expect(record->archival);
	cr_expect(record->unsafe_internal);
	cr_assert_eq(record->input_count, 3);
	cr_expect_eq(record->inputs[0].place, PLACE_REPORT);
	cr_expect_eq(record->inputs[1].place, PLACE_PROGRAM);
	cr_expect_eq(record->inputs[1].size, 5000000000);
	cr_expect_null(record->inputs[2].digest);
	cr_assert_eq(record->output_count, 1);
	cr_expect_str_eq(record->outputs[0].path, "charts/d.svg");
	cr_expect_str_eq(record->outputs[0].digest, "dd");
	cr_expect_eq(diag_count(diags), 0);
}

Test(run_record, tells_rules_and_whole_milliseconds)
{
	const char *text = written(&whole);

	cr_expect_not_null(strstr(text, "\"rule\": \"HES-5\""));
	cr_expect_not_null(strstr(text, "\"effect\": \"hides 1 to 7\""));
	cr_expect_not_null(strstr(text, "\"reading\": 2"));
}

Test(run_record, has_no_times_where_there_are_no_stages)
{
	struct run_record record = whole;

	record.stage_count = 0;
	cr_expect_null(strstr(written(&record), "milliseconds"));
}

static void expect_refused(const char *text)
{
	cr_expect_null(reread(text), "%s", text);
	cr_assert_eq(diag_count(diags), 1, "%s", text);
	cr_expect_eq(diag_at(diags, 0)->code, DIAG_RECORD_UNUSABLE);
	diags = diag_list_new(arena);
}

/* Each with one thing of the whole spoilt. */
Test(run_record, is_refused_when_something_is_missing_or_of_another_kind)
{
	static const char *const faults[][2] = {
		{ "\"run_record\": 1", "\"run_record\": 2" },
		{ "\"report\":", "\"Report\":" },
		{ "\"versions\": {", "\"version\": {" },
		{ "\"formats\": \"pdf,svg\"", "\"formats\": 3" },
		{ "\"path\": \"a.xml\"", "\"path\": null" },
		{ "\"path\": \"charts/d.svg\"", "\"path\": \"../d.svg\"" },
		{ "\"path\": \"charts/d.svg\"", "\"path\": \"/etc/passwd\"" },
		{ "\"path\": \"charts/d.svg\"", "\"path\": \"charts/../../d\"" },
		{ "\"sha256\": \"dd\"", "\"sha256\": null" },
		{ "\"outputs\": [", "\"outputs\": 7, \"others\": [" },
	};
	const char *text = written(&whole);

	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		cr_assert_not_null(strstr(text, faults[i][0]), "%s", faults[i][0]);
		expect_refused(text_replace(arena, text, faults[i][0], faults[i][1]));
	}
}

Test(run_record, is_refused_when_it_is_no_object)
{
	expect_refused("[]");
	expect_refused("7");
	expect_refused("");
	expect_refused("{\"run_record\": 1, \"run_record\": 1}");
}
