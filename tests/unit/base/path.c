#include "base/path.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

static struct arena *arena;
static char root[] = "/tmp/gradient-path-XXXXXX";

static const char *at(const char *name)
{
	return arena_printf(arena, "%s/%s", root, name);
}

/* in/file, in/sub, in/link-out -> out, in/link-in -> sub, in/dangling -> nowhere; out/file; inside
 */
static void set_up(void)
{
	arena = arena_new();
	cr_assert_not_null(mkdtemp(root));
	cr_assert_eq(mkdir(at("in"), 0755) | mkdir(at("in/sub"), 0755) | mkdir(at("out"), 0755) |
			     mkdir(at("inside"), 0755),
		     0);
	fclose(fopen(at("in/file"), "w"));
	fclose(fopen(at("out/file"), "w"));
	cr_assert_eq(symlink("../out", at("in/link-out")) | symlink("sub", at("in/link-in")) |
			     symlink("/nowhere/at/all", at("in/dangling")),
		     0);
}

static void tear_down(void)
{
	static const char *const files[] = { "in/file", "out/file", "in/link-out", "in/link-in",
					     "in/dangling" };
	static const char *const folders[] = { "in/sub", "in", "out", "inside", "" };

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		unlink(at(files[i]));
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		rmdir(at(folders[i]));
	arena_free(arena);
}

TestSuite(path, .init = set_up, .fini = tear_down);

Test(path, joins)
{
	cr_assert_str_eq(path_join(arena, "a", "b"), "a/b");
	cr_assert_str_eq(path_join(arena, "a/", "b"), "a/b");
	cr_assert_str_eq(path_join(arena, "/", "b"), "/b");
	cr_assert_str_eq(path_join(arena, "", "b"), "b");
	cr_assert_str_eq(path_join(arena, ".", "b"), "b");
	cr_assert_str_eq(path_join(arena, "a", "/b"), "/b");
}

Test(path, takes_names_apart)
{
	cr_assert_str_eq(path_folder(arena, "a/b/c.csv"), "a/b");
	cr_assert_str_eq(path_folder(arena, "c.csv"), ".");
	cr_assert_str_eq(path_folder(arena, "/c.csv"), "/");
	cr_assert_str_eq(path_base("a/b/c.csv"), "c.csv");
	cr_assert_str_eq(path_base("c.csv"), "c.csv");
	cr_assert_str_eq(path_stem(arena, "a.b/c.csv.gz"), "c.csv");
	cr_assert_str_eq(path_stem(arena, "a.b/c"), "c");
	cr_assert_str_eq(path_stem(arena, ".hidden"), ".hidden");
}

Test(path, knows_what_exists)
{
	cr_assert(path_exists(at("in/file")));
	cr_assert(path_exists(at("in")));
	cr_assert_not(path_exists(at("in/none")));
}

Test(path, lists_the_files_that_have_a_suffix)
{
	size_t count;
	const char **names = path_names(arena, at("in"), "k-out", &count);

	cr_assert_eq(count, 1);
	cr_expect_str_eq(names[0], "lin");
	names = path_names(arena, at("in"), "n", &count);
	cr_assert_eq(count, 1);
	cr_expect_str_eq(names[0], "link-i");
	path_names(arena, at("in"), "file", &count);
	cr_expect_eq(count, 0, "a suffix alone is no name");
	path_names(arena, at("none"), "file", &count);
	cr_expect_eq(count, 0);
}

Test(path, lists_files_in_order)
{
	size_t count;
	const char **names = path_names(arena, "inputs/reference", ".csv", &count);

	cr_assert_gt(count, 2);
	for (size_t i = 1; i < count; i++)
		cr_expect_lt(strcmp(names[i - 1], names[i]), 0);
}

Test(path, is_inside_a_folder_or_below_it)
{
	cr_assert(path_is_inside(at("in"), at("in/file")));
	cr_assert(path_is_inside(at("in"), at("in/sub")));
	cr_assert(path_is_inside(at("in"), at("in")));
	cr_assert(path_is_inside("/", at("in")));
	cr_assert(path_is_inside(at("in"), at("in/sub/../file")));
	cr_assert(path_is_inside(at("in"), at("./in//sub/")));
}

Test(path, is_outside_when_it_climbs_or_only_begins_alike)
{
	cr_assert_not(path_is_inside(at("in"), at("out/file")));
	cr_assert_not(path_is_inside(at("in"), at("inside")));
	cr_assert_not(path_is_inside(at("in"), root));
	cr_assert_not(path_is_inside(at("in"), at("in/../out/file")));
	cr_assert_not(path_is_inside(at("in"), at("in/sub/../../out/none")));
	cr_assert_not(path_is_inside(at("none"), at("none/file")));
}

Test(path, is_judged_where_links_lead)
{
	cr_assert(path_is_inside(at("in"), at("in/link-in")));
	cr_assert(path_is_inside(at("in"), at("in/link-in/none")));
	cr_assert_not(path_is_inside(at("in"), at("in/link-out")));
	cr_assert_not(path_is_inside(at("in"), at("in/link-out/file")));
	cr_assert_not(path_is_inside(at("in"), at("in/link-out/none")));
	cr_assert_not(path_is_inside(at("in"), at("in/dangling")));
	cr_assert_not(path_is_inside(at("in"), at("in/dangling/file")));
}

Test(path, is_judged_by_the_part_that_exists)
{
	cr_assert(path_is_inside(at("in"), at("in/none")));
	cr_assert(path_is_inside(at("in"), at("in/none/none")));
	cr_assert(path_is_inside(at("in"), at("in/..none/a..b")));
	cr_assert_not(path_is_inside(at("in"), at("in/none/../../out/file")));
	cr_assert_not(path_is_inside(at("in"), at("in/none/..")));
}

Test(path, may_be_relative)
{
	cr_assert_eq(chdir(at("in")), 0);
	cr_assert(path_is_inside(".", "file"));
	cr_assert(path_is_inside(".", "none/none"));
	cr_assert(path_is_inside("..", "file"));
	cr_assert_not(path_is_inside("sub", "file"));
	cr_assert_not(path_is_inside(".", "../out/file"));
	cr_assert_not(path_is_inside(".", "none/../../out"));
}

Test(path, finds_the_way_from_a_folder)
{
	struct arena *scratch = arena_new();

	cr_expect_str_eq(path_relative(scratch, "/a/b", "/a/b/c/d"), "c/d");
	cr_expect_str_eq(path_relative(scratch, "/a/b", "/a/bc"), "../bc");
	cr_expect_str_eq(path_relative(scratch, "/a/b/c", "/a/x"), "../../x");
	cr_expect_str_eq(path_relative(scratch, "/a/b", "/a/b"), ".");
	cr_expect_str_eq(path_relative(scratch, "/a/b", "/a"), "..");
	cr_expect_str_eq(path_relative(scratch, "/", "/a/b"), "a/b");
	cr_expect_str_eq(path_relative(scratch, "/a", "/"), "..");
	cr_expect_str_eq(path_relative(scratch, "/a/./b/../c", "/a/c/d"), "d");
	cr_expect_str_eq(path_relative(scratch, "out", "report.xml"), "../report.xml");
	arena_free(scratch);
}
