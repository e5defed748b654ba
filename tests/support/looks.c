#include "support/looks.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <math.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "spec/read.h"

const char *const look_names[LOOKS] = { "annual-report-a4", "research-appendix-a4" };

static unsigned thread_count(void)
{
	DIR *listing = opendir("/proc/self/task");
	unsigned count = 0;

	while (listing != NULL && readdir(listing) != NULL)
		count++;
	if (listing != NULL)
		closedir(listing);
	return count > 2 ? count - 2 : 0; /* without "." and ".." */
}

struct look look_load(struct arena *arena, const char *name)
{
	struct look look = { .arena = arena,
			     .diags = diag_list_new(arena),
			     .threads = thread_count() };
	struct location at = { 0 };

	look.layout =
		layout_read(arena, arena_printf(arena, "layouts/%s.xml", name), at, look.diags);
	cr_assert_not_null(look.layout, "layout %s", name);
	look.theme = theme_read(arena, path_join(arena, "layouts", look.layout->theme), "fonts", at,
				look.diags);
	cr_assert_not_null(look.theme, "theme of %s", name);
	look.engine = text_engine_new(arena, look.theme, look.diags);
	cr_assert_not_null(look.engine, "fonts of %s", name);
	cr_assert_eq(diag_count(look.diags), 0);
	return look;
}

struct look look_new(const char *name)
{
	return look_load(arena_new(), name);
}

void look_free(struct look *look)
{
	/* Threads in which pango sorts fonts may still use them. */
	for (int i = 0; i < 1000 && thread_count() > look->threads; i++)
		usleep(1000);
	arena_free(look->arena);
}

int look_font(const struct look *look, enum text_role role)
{
	return text_font(look->engine, &look->layout->styles[role]);
}

bool look_is_colour(const struct look *look, struct colour colour, enum colour_role role)
{
	const struct colour wanted = look->theme->colours[role];
	const double least = 0.5 / 255;

	return fabs(colour.red - wanted.red) < least && fabs(colour.green - wanted.green) < least &&
	       fabs(colour.blue - wanted.blue) < least;
}
