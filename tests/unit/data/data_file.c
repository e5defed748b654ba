/* Where the file of a source is looked for. */
#include "data/data_file.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/messages.h"
#include "support/program.h"

static const char *base;

static void set_up(void)
{
	fixture_set_up();
	base = scratch_new(arena);
	mkdir(path_join(arena, base, "report"), 0777);
	mkdir(path_join(arena, base, "report/part"), 0777);
	mkdir(path_join(arena, base, "more"), 0777);
}

static void tear_down(void)
{
	scratch_free(base);
	fixture_tear_down();
}

TestSuite(data_data_file, .init = set_up, .fini = tear_down);

static void file(const char *name)
{
	file_write(path_join(arena, base, name), "a\n1\n", 4);
}

/* The path that a file is found at when it is named in another, from the common folder; NULL if not. */
static const char *found(const char *href, const char *named_in, bool more)
{
	const char *const folders[] = { path_join(arena, base, "more") };
	const struct report report = { .folder = path_join(arena, base, "report") };
	const struct location at = { .file = path_join(arena, base, named_in), .line = 1 };
	const struct source_spec spec = { .href = { href, at }, .at = at };
	const char *path =
		data_file_find(arena, &report, &spec,
			       (struct data_folders){ .items = folders, .count = more }, diags);

	return path == NULL ? NULL : path + strlen(base) + 1;
}

static const char *said(void)
{
	return text_replace(arena, messages_text(arena, diags), arena_printf(arena, "%s/", base),
			    "");
}

Test(data_data_file, looks_beside_the_file_that_names_it)
{
	file("report/a.csv");
	file("report/part/b.csv");
	cr_expect_str_eq(found("a.csv", "report/report.xml", false), "report/a.csv");
	cr_expect_str_eq(found("part/b.csv", "report/report.xml", false), "report/part/b.csv");
	cr_expect_str_eq(found("b.csv", "report/part/p.xml", false), "report/part/b.csv");
	cr_expect_str_eq(found("../a.csv", "report/part/p.xml", false), "report/part/../a.csv");
	cr_expect_null(found("a.csv", "report/part/p.xml", false));
	cr_expect_str_eq(said(),
			 "report/part/p.xml:1: error: cannot read the data file: a.csv: No such "
			 "file or directory [DAT01]\n    hint: looked for beside p.xml; when it "
			 "lies elsewhere, name its folder with --data DIR\n");
}

Test(data_data_file, looks_in_further_folders_after_that)
{
	file("more/a.csv");
	cr_expect_str_eq(found("a.csv", "report/report.xml", true), "more/a.csv");
	file("report/a.csv");
	cr_expect_str_eq(found("a.csv", "report/report.xml", true), "report/a.csv");
	cr_expect_null(found("b.csv", "report/report.xml", true));
	cr_expect_str_eq(said(),
			 "report/report.xml:1: error: cannot read the data file: b.csv: No such "
			 "file or directory [DAT01]\n    hint: looked for beside report.xml, in "
			 "more; --data DIR names a further folder\n");
}

Test(data_data_file, stays_inside_the_folders)
{
	file("secret.csv");
	cr_expect_eq(symlink("../secret.csv", path_join(arena, base, "report/link.csv")), 0);
	cr_expect_null(found("../secret.csv", "report/report.xml", true));
	cr_expect_null(found("link.csv", "report/report.xml", false));
	cr_expect_null(found("/etc/passwd", "report/report.xml", true));
	cr_expect_eq(messages_count(diags, "SPC16"), 3, "%s", said());
}

Test(data_data_file, opens_a_file_as_the_source_describes_it)
{
	const struct source_spec spec = { .delimiter = { .text = "pipe" }, .header = true };
	const struct source_spec plain = { .header = false };
	const char *path = path_join(arena, base, "x.csv");

	file_write(path, "a|b,c\n1|2,3\n", 12);
	cr_expect_eq(csv_columns(data_file_open(arena, &spec, path, diags)), 2);
	cr_expect_str_eq(csv_column_name(data_file_open(arena, &spec, path, diags), 1), "b,c");
	cr_expect_str_eq(csv_column_name(data_file_open(arena, &plain, path, diags), 1), "2");
}
