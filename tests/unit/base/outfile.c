#include "base/outfile.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/source.h"
#include "support/fixture.h"

static struct outfile_set *set;
static char folder[] = "/tmp/gradient-outfile-XXXXXX";

static const char *at(const char *name)
{
	return arena_printf(arena, "%s/%s", folder, name);
}

static void set_up(void)
{
	fixture_set_up();
	cr_assert_not_null(mkdtemp(folder));
	set = outfile_set_new(arena, folder);
}

static void empty_folder(const char *path)
{
	DIR *listing = opendir(path);
	const struct dirent *entry;

	while (listing != NULL && (entry = readdir(listing)) != NULL) {
		const char *name = arena_printf(arena, "%s/%s", path, entry->d_name);

		if (entry->d_name[0] == '.' || unlink(name) == 0)
			continue;
		empty_folder(name);
		rmdir(name);
	}
	if (listing != NULL)
		closedir(listing);
}

static void tear_down(void)
{
	outfile_set_free(set);
	empty_folder(folder);
	rmdir(folder);
	fixture_tear_down();
}

TestSuite(outfile, .init = set_up, .fini = tear_down);

static void add(const char *name, const char *text)
{
	struct buffer bytes;

	buffer_init(&bytes);
	buffer_add_text(&bytes, text);
	outfile_set_add(set, name, &bytes);
	cr_assert_null(bytes.bytes);
}

static void put(const char *name, const char *text)
{
	FILE *file = fopen(at(name), "w");

	cr_assert_not_null(file);
	cr_assert_geq(fputs(text, file), 0);
	cr_assert_eq(fclose(file), 0);
}

/* What a file holds; "none" when it is not there. */
static const char *held(const char *name)
{
	const struct source *source = source_read(arena, at(name), name, (struct location){ 0 },
						  DIAG_DATA_UNREADABLE, diag_list_new(arena));

	return source == NULL ? "none" : source->bytes;
}

static int entries(const char *path)
{
	DIR *listing = opendir(path);
	int count = 0;

	cr_assert_not_null(listing);
	while (readdir(listing) != NULL)
		count++;
	closedir(listing);
	return count - 2;
}

static bool says(const char *reason)
{
	return diag_count(diags) == 1 && diag_at(diags, 0)->code == DIAG_OUTPUT_UNWRITABLE &&
	       strstr(diag_at(diags, 0)->detail, reason) != NULL;
}

/* The older file is as it was, and nothing has come beside the entries that were there. */
static void expect_kept(const char *reason, int count)
{
	cr_assert(says(reason));
	cr_assert_str_eq(held("a.pdf"), "old");
	cr_assert_eq(entries(folder), count);
}

Test(outfile, writes_all_files_and_makes_folders)
{
	set = outfile_set_new(arena, at("new/deep"));
	add("a.pdf", "first");
	add("charts/b.svg", "");
	cr_assert_eq(outfile_set_count(set), 2);
	cr_assert_str_eq(outfile_set_name(set, 1), "charts/b.svg");
	cr_assert_eq(outfile_set_size(set, 0), 5);
	cr_assert_eq(entries(folder), 0);
	cr_assert(outfile_set_write(set, diags));
	cr_assert_str_eq(held("new/deep/a.pdf"), "first");
	cr_assert_str_eq(held("new/deep/charts/b.svg"), "");
	cr_assert_eq(entries(at("new/deep")), 2);
	cr_assert_eq(diag_count(diags), 0);
}

/* Where the set keeps them must not change while it grows. */
Test(outfile, takes_bytes_that_come_later)
{
	enum { FILES = 50 };
	struct buffer *bytes[FILES];

	for (size_t i = 0; i < FILES; i++)
		bytes[i] = outfile_set_reserve(set, arena_printf(arena, "%zu.txt", i));
	for (size_t i = 0; i < FILES; i++)
		buffer_printf(bytes[i], "%zu", i);
	cr_assert(outfile_set_write(set, diags));
	cr_assert_eq(outfile_set_size(set, 49), 2);
	cr_assert_str_eq(outfile_set_bytes(set, 49), "49");
	cr_assert_str_eq(held("0.txt"), "0");
	cr_assert_str_eq(held("49.txt"), "49");
}

Test(outfile, replaces_older_files)
{
	put("a.pdf", "old");
	add("a.pdf", "new");
	cr_assert(outfile_set_write(set, diags));
	cr_assert_str_eq(held("a.pdf"), "new");
	cr_assert_eq(entries(folder), 1);
}

Test(outfile, counts_what_an_earlier_run_left_in_a_folder)
{
	add("charts/b.svg", "b");
	cr_expect_eq(outfile_set_others(set, "charts"), 0, "there is no folder yet");
	cr_assert(outfile_set_write(set, diags));
	cr_expect_eq(outfile_set_others(set, "charts"), 0);
	put("charts/old.svg", "old");
	put("charts/of-another-run.svg.12.part", "half");
	cr_expect_eq(outfile_set_others(set, "charts"), 1);
}

Test(outfile, changes_nothing_when_a_folder_stands_in_the_way)
{
	put("a.pdf", "old");
	cr_assert_eq(mkdir(at("b.pdf"), 0755), 0);
	add("a.pdf", "new");
	add("b.pdf", "new");
	add("c.pdf", "new");
	cr_assert_not(outfile_set_write(set, diags));
	expect_kept("b.pdf: Is a directory", 2);
}

Test(outfile, changes_nothing_when_a_file_stands_where_a_folder_should)
{
	put("a.pdf", "old");
	put("charts", "a file");
	add("a.pdf", "new");
	add("charts/b.svg", "new");
	cr_assert_not(outfile_set_write(set, diags));
	expect_kept("charts/b.svg: Not a directory", 2);
}

Test(outfile, changes_nothing_when_a_folder_may_not_be_written)
{
	put("a.pdf", "old");
	cr_assert_eq(mkdir(at("closed"), 0755), 0);
	cr_assert_eq(chmod(at("closed"), 0555), 0);
	cr_assert_eq(chmod(folder, 0777), 0);
	/* The administrator may write anywhere. */
	if (geteuid() == 0)
		cr_assert_eq(seteuid(65534), 0);
	add("a.pdf", "new");
	add("closed/b.svg", "new");
	cr_assert_not(outfile_set_write(set, diags));
	if (getuid() == 0)
		cr_assert_eq(seteuid(0), 0);
	expect_kept("closed/b.svg: Permission denied", 2);
	cr_assert_eq(entries(at("closed")), 0);
}

/* A limit on the size of files stands in for a disk that is full. Of several files the first is told. */
Test(outfile, changes_nothing_when_there_is_no_room)
{
	char *large = arena_alloc(arena, 100001);
	struct rlimit before, limit;

	memset(large, 'x', 100000);
	put("a.pdf", "old");
	put("b.pdf", "old");
	add("a.pdf", "new");
	add("b.pdf", large);
	add("c.pdf", large);
	cr_assert_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	limit = (struct rlimit){ .rlim_cur = 50000, .rlim_max = before.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	cr_assert_not(outfile_set_write(set, diags));
	cr_assert_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	expect_kept("b.pdf: File too large", 2);
	cr_assert_str_eq(held("b.pdf"), "old");
}

/* The number of a process that is no more. */
static long ended_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	waitpid(child, NULL, 0);
	return (long)child;
}

Test(outfile, takes_away_what_a_killed_run_left_of_the_same_outputs_alone)
{
	const char *left = arena_printf(arena, "a.pdf.%ld.part", ended_process());
	const char *other = arena_printf(arena, "b.pdf.%ld.part", ended_process());
	const char *living = arena_printf(arena, "a.pdf.%ld.part", (long)getppid());

	put(left, "half");
	put(other, "half");
	put(living, "half");
	add("a.pdf", "new");
	cr_assert(outfile_set_write(set, diags));
	cr_expect_str_eq(held(left), "none");
	cr_expect_str_eq(held(other), "half");
	cr_expect_str_eq(held(living), "half");
	cr_expect_str_eq(held("a.pdf"), "new");
}

Test(outfile, replaces_a_link_and_not_what_it_leads_to)
{
	put("target", "kept");
	cr_assert_eq(symlink("target", at("a.pdf")), 0);
	add("a.pdf", "new");
	cr_assert(outfile_set_write(set, diags));
	cr_assert_str_eq(held("a.pdf"), "new");
	cr_assert_str_eq(held("target"), "kept");
}

Test(outfile, accepts_null_and_sets_without_files)
{
	outfile_set_free(NULL);
	cr_assert(outfile_set_write(set, diags));
	cr_assert_eq(entries(folder), 0);
}
