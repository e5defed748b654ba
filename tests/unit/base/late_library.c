#include "base/late_library.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

#define MATHS_FUNCTIONS(FUNCTION) FUNCTION(cbrt) FUNCTION(hypot)

struct maths_library {
	MATHS_FUNCTIONS(LATE_POINTER)
};

static const struct late_function there[] = { { "cbrt", NULL }, { "hypot", NULL } };
static const struct late_function not_there[] = { { "cbrt", NULL }, { "cube_root", NULL } };
static const struct late_function linked[] = { { "cbrt", (late_address *)cbrt },
					       { "hypot", (late_address *)hypot } };

static struct arena *arena;
static struct diag_list *diags;

static void set_up(void)
{
	arena = arena_new();
	diags = diag_list_new(arena);
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(late_library, .init = set_up, .fini = tear_down);

static bool load(const char *soname, const struct late_function *functions, void *table)
{
	return late_library_load(&(struct late_library){ soname, functions, LATE_COUNT(there) },
				 table, diags);
}

static void expect_functions(const struct maths_library *maths)
{
	cr_expect_float_eq(maths->cbrt(27), 3, 1e-12);
	cr_expect_float_eq(maths->hypot(3, 4), 5, 1e-12);
	cr_expect_eq(diag_count(diags), 0);
}

static void expect_message(const char *part, const char *package)
{
	cr_assert_eq(diag_count(diags), 1);
	cr_expect_eq(diag_at(diags, 0)->code, DIAG_LIBRARY_MISSING);
	cr_expect_not_null(strstr(diag_at(diags, 0)->detail, part), "%s",
			   diag_at(diags, 0)->detail);
	cr_expect_str_eq(diag_at(diags, 0)->hint, package);
}

Test(late_library, finds_the_functions_of_a_library)
{
	struct maths_library maths, again;

	cr_assert(load("libm.so.6", there, &maths));
	expect_functions(&maths);
	cr_assert(load("libm.so.6", there, &again));
	cr_expect(again.cbrt == maths.cbrt);
}

Test(late_library, takes_the_functions_of_one_that_is_linked)
{
	struct maths_library maths;

	cr_assert(load(NULL, linked, &maths));
	cr_expect(maths.cbrt == cbrt);
	expect_functions(&maths);
}

Test(late_library, says_which_library_is_missing)
{
	struct maths_library maths;

	cr_expect_not(load("libnothing.so.7", there, &maths));
	expect_message("libnothing.so.7", "install the library; Debian's package is libnothing7");
}

Test(late_library, says_which_function_is_missing)
{
	struct maths_library maths;

	cr_expect_not(load("libm.so.6", not_there, &maths));
	expect_message("cube_root", "install the library; Debian's package is libm6");
}

Test(late_library, names_the_package_of_a_library_without_a_version)
{
	struct maths_library maths;

	cr_expect_not(load("libnothing.so", there, &maths));
	expect_message("libnothing.so", "install the library; Debian's package is libnothing");
}

Test(late_library, can_be_asked_in_silence)
{
	struct maths_library maths;

	cr_expect_not(late_library_load(
		&(struct late_library){ "libnothing.so.7", there, LATE_COUNT(there) }, &maths,
		NULL));
}
