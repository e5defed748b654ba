/*
 * stages.c - how long stages took: adding up, and the table that --timings prints.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "run/stages.h"
#include "support/program.h"
#include "support/report_folder.h"

TestSuite(stages, .init = report_folder_set_up, .fini = report_folder_tear_down);

static struct stages stages_of(const char *const *names, const double *times, long *peaks,
			       size_t count)
{
	struct stages stages = { .count = count, .capacity = count, .peaks_capacity = count };

	stages.items = arena_array(report_arena, count, sizeof(*stages.items));
	stages.peaks_kib = peaks;
	for (size_t i = 0; i < count; i++)
		stages.items[i] = (struct record_stage){ names[i], times[i] };
	return stages;
}

Test(stages, adds_times_and_keeps_the_higher_peak)
{
	long first_peaks[] = { 1024, 4096 }, second_peaks[] = { 2048, 3072, 5120 };
	struct stages first =
		stages_of((const char *[]){ "spec", "data" }, (double[]){ 10, 20 }, first_peaks, 2);
	struct stages second = stages_of((const char *[]){ "spec", "data", "pages" },
					 (double[]){ 1, 2, 67 }, second_peaks, 3);
	struct buffer text;

	stages_add(&first, report_arena, &second);
	buffer_init(&text);
	stages_write(&first, false, &text);
	cr_expect_str_eq(buffer_text(&text), "stage            time, ms    share    peak, MiB\n"
					     "spec                 11.0    11.0%          2.0\n"
					     "data                 22.0    22.0%          4.0\n"
					     "pages                67.0    67.0%          5.0\n"
					     "all                 100.0   100.0%          5.0\n");
	buffer_clear(&text);
}

Test(stages, are_a_line_of_json_each_when_messages_are)
{
	long peaks[] = { 1536 };
	struct stages stages = stages_of((const char *[]){ "spec" }, (double[]){ 2.25 }, peaks, 1);
	struct buffer text;

	buffer_init(&text);
	stages_write(&stages, true, &text);
	cr_expect_str_eq(buffer_text(&text),
			 "{\"stage\":\"spec\",\"milliseconds\":2.2,\"peak_mib\":1.5}\n");
	buffer_clear(&text);
}

Test(stages, are_told_at_the_terminal_and_in_no_output)
{
	static const char *const date[] = { "SOURCE_DATE_EPOCH=1700000000", NULL };
	static const char *const with[] = { "build", "report.xml", "--timings", "--formats",
					    "html",  "-o",         "with",      NULL };
	static const char *const without[] = { "build", "report.xml", "--formats", "html",
					       "-o",    "without",    NULL };
	struct program_result result = program_run(report_arena, report_folder, with, date);

	cr_expect_eq(result.status, 0);
	cr_expect_not_null(strstr(result.err, "stage            time, ms"));
	cr_expect_not_null(strstr(result.err, "\nhtml "));
	cr_expect_null(strstr(result.out, "time, ms"));
	cr_expect_eq(program_run(report_arena, report_folder, without, date).status, 0);
	cr_expect_str_eq(folder_digest(report_arena, report_file("with"), NULL),
			 folder_digest(report_arena, report_file("without"), NULL));
}
