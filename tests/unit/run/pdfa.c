/* PDF for archives, and the date that files tell, through the whole program. */

#include "run/pdfa.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/program.h"
#include "support/small_report.h"

static struct arena *arena;
static const char *folder;

static void begin(void)
{
	arena = arena_new();
	folder = scratch_new(arena);
	small_report_write(arena, folder, "annual-report-a4");
}

static void end(void)
{
	scratch_free(folder);
	arena_free(arena);
}

static void build(const char *output, const char *option, const char *const *environment)
{
	const struct program_result result =
		program_run(arena, folder,
			    (const char *const[]){ "build", "report.xml", "-q", "--formats", "pdf",
						   "-o", output, option, NULL },
			    environment);

	cr_assert_eq(result.status, 0, "%s", result.err);
}

static const char *said(const char *const *command)
{
	const struct program_result result = command_run(arena, folder, command);

	cr_assert_eq(result.status, 0, "%s: %s", command[0], result.err);
	return result.out;
}

static void check_has(const char *text, const char *words)
{
	cr_expect_not_null(strstr(text, words), "no \"%s\" in:\n%s", words, text);
}

/* Every chart and table has its CSV; what is hidden is a letter there, as everywhere. */
Test(pdfa, embeds_the_figures_of_every_chart_and_table, .init = begin, .fini = end)
{
	const char *listed, *files;

	build("out", "--pdfa", NULL);
	listed = said((const char *const[]){ "pdfdetach", "-list", "out/report.pdf", NULL });
	check_has(listed, "Figure_1");
	check_has(listed, ".csv");
	files = said((const char *const[]){
		"sh", "-c",
		"mkdir files && pdfdetach -saveall -o files out/report.pdf && cat files/*", NULL });
	check_has(files, "indicator");
	check_has(files, "[c]");
	check_has(said((const char *const[]){ "pdfinfo", "-meta", "out/report.pdf", NULL }),
		  "<pdfaid:part>3</pdfaid:part>");
	said((const char *const[]){ "qpdf", "--check", "out/report.pdf", NULL });
}

Test(pdfa, is_for_archives_only_when_asked, .init = begin, .fini = end)
{
	build("out", NULL, NULL);
	check_has(said((const char *const[]){ "pdfdetach", "-list", "out/report.pdf", NULL }),
		  "0 embedded files");
	cr_expect_null(
		strstr(said((const char *const[]){ "pdfinfo", "-meta", "out/report.pdf", NULL }),
		       "pdfaid"));
}

Test(pdfa, has_the_same_bytes_every_time, .init = begin, .fini = end)
{
	build("first", "--pdfa", (const char *const[]){ "TZ=Pacific/Kiritimati", NULL });
	build("second", "--pdfa", (const char *const[]){ "TZ=America/Lima", NULL });
	said((const char *const[]){ "cmp", "first/report.pdf", "second/report.pdf", NULL });
}

/* 1,700,000,000 seconds after the beginning of 1970 (GNU date: date -u -d @1700000000). */
Test(pdfa, tells_the_date_of_the_source_where_it_is_set, .init = begin, .fini = end)
{
	const char *told;

	build("out", NULL, (const char *const[]){ "SOURCE_DATE_EPOCH=1700000000", NULL });
	told = said((const char *const[]){ "pdfinfo", "-isodates", "out/report.pdf", NULL });
	check_has(told, "CreationDate:    2023-11-14T22:13:20Z");
	check_has(told, "ModDate:         2023-11-14T22:13:20Z");
}

Test(pdfa, refuses_a_date_of_the_source_that_is_none, .init = begin, .fini = end)
{
	static const char *const wrong[] = { "SOURCE_DATE_EPOCH=yesterday", "SOURCE_DATE_EPOCH=-1",
					     "SOURCE_DATE_EPOCH=253402300800" };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		const struct program_result result = program_run(
			arena, folder,
			(const char *const[]){ "build", "report.xml", "-o", "out", NULL },
			(const char *const[]){ wrong[i], NULL });

		cr_expect_eq(result.status, 2);
		check_has(result.err, wrong[i]);
		cr_expect_null(file_text(arena, path_join(arena, folder, "out/report.pdf"), NULL));
	}
}
