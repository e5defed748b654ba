/*
 * follow.c - which changes of files are told, and which are not.
 */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"
#include "serve/follow.h"
#include "support/workplace.h"

enum { SOON = 2000, NOT_AT_ALL = 150 };

static struct workplace place;
static struct follower *follower;

static void set_up(void)
{
	place = workplace_new();
	workplace_file(&place, "report.xml", "first");
	workplace_file(&place, "other.txt", "first");
	follower = follower_new();
	cr_assert_not_null(follower);
}

static void tear_down(void)
{
	follower_free(follower);
	workplace_free(&place);
}

TestSuite(follow, .init = set_up, .fini = tear_down);

/* In place, as some editors do. */
static void write_in_place(const char *name, const char *text)
{
	FILE *file = fopen(workplace_path(&place, name), "wb");

	cr_assert_not_null(file);
	fputs(text, file);
	fclose(file);
}

static void follow_file(const char *name)
{
	const char *path = workplace_path(&place, name);

	cr_assert(follower_set(follower, &(struct followed){ .files = &path, .file_count = 1 }));
}

static void follow_folder(void)
{
	const char *path = workplace_path(&place, "");

	cr_assert(
		follower_set(follower, &(struct followed){ .folders = &path, .folder_count = 1 }));
}

static void expect_change(const char *what)
{
	cr_expect_eq(follower_wait(follower, SOON), FOLLOWER_CHANGE, "not told: %s", what);
	cr_expect_eq(follower_wait(follower, NOT_AT_ALL), FOLLOWER_NOTHING, "told twice: %s", what);
}

static void expect_nothing(const char *what)
{
	cr_expect_eq(follower_wait(follower, NOT_AT_ALL), FOLLOWER_NOTHING, "told: %s", what);
}

Test(follow, tells_of_a_file_that_is_written)
{
	follow_file("report.xml");
	expect_nothing("before");
	write_in_place("report.xml", "second");
	expect_change("written");
}

Test(follow, tells_nothing_of_files_beside_it)
{
	follow_file("report.xml");
	workplace_file(&place, "other.txt", "second");
	workplace_file(&place, ".report.xml.swp", "");
	expect_nothing("other.txt");
}

Test(follow, tells_of_a_file_that_is_renamed_into_place)
{
	follow_file("report.xml");
	workplace_file(&place, "report.xml.new", "second");
	cr_assert_eq(rename(workplace_path(&place, "report.xml.new"),
			    workplace_path(&place, "report.xml")),
		     0);
	expect_change("renamed");
}

/* As editors save: the old file becomes a copy, a new one is written. */
Test(follow, tells_one_change_of_a_save_in_several_steps)
{
	follow_file("report.xml");
	cr_assert_eq(
		rename(workplace_path(&place, "report.xml"), workplace_path(&place, "report.xml~")),
		0);
	workplace_file(&place, "report.xml", "second");
	unlink(workplace_path(&place, "report.xml~"));
	expect_change("saved");
}

Test(follow, tells_of_a_file_behind_a_link)
{
	workplace_folder(&place, "far");
	workplace_file(&place, "far/real.csv", "first");
	cr_assert_eq(symlink("far/real.csv", workplace_path(&place, "data.csv")), 0);
	follow_file("data.csv");
	workplace_file(&place, "far/real.csv", "second");
	expect_change("target of a link");
}

Test(follow, tells_of_a_file_that_comes_with_its_folder)
{
	follow_file("data/missing.csv");
	workplace_folder(&place, "data");
	expect_change("folder");
	follow_file("data/missing.csv");
	workplace_file(&place, "data/missing.csv", "first");
	expect_change("file");
}

Test(follow, tells_of_any_file_of_a_folder_but_those_of_editors)
{
	follow_folder();
	workplace_file(&place, "new.csv", "first");
	expect_change("new.csv");
	write_in_place(".new.csv.swp", "");
	write_in_place("new.csv~", "");
	expect_nothing("files of editors");
}

Test(follow, forgets_what_it_followed_before)
{
	follow_file("report.xml");
	follow_file("other.txt");
	workplace_file(&place, "report.xml", "second");
	expect_nothing("report.xml");
	workplace_file(&place, "other.txt", "second");
	expect_change("other.txt");
}

Test(follow, tells_that_the_program_is_to_end)
{
	follow_file("report.xml");
	raise(SIGINT);
	cr_expect_eq(follower_wait(follower, SOON), FOLLOWER_END);
}
