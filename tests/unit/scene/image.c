/* Pictures of the user's: what is accepted, and how large it is. */
#include "scene/image.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "support/fixture_place.h"
#include "support/program.h"

TestSuite(scene_image, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

static const char head[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x2c\0\0\0\x96\x08\x06\0\0\0";

static const struct image *read(const char *bytes, size_t length)
{
	const char *path = workplace_path(&place, "mark.png");

	file_write(path, bytes, length);
	return image_read(arena, path, (struct location){ .file = "report.xml", .line = 3 }, diags);
}

Test(scene_image, knows_the_size_from_the_head)
{
	const struct image *image = read(head, sizeof(head) - 1);

	cr_assert_not_null(image);
	cr_expect_eq(image->width, 300);
	cr_expect_eq(image->height, 150);
	cr_expect_eq(image->length, sizeof(head) - 1);
}

static void expect_refused(const char *bytes, size_t length)
{
	size_t before = diag_count(diags);

	cr_expect_null(read(bytes, length));
	cr_assert_eq(diag_count(diags), before + 1);
	cr_expect_str_eq(diag_kind(diag_at(diags, before)->code)->id, "LAY09");
	cr_expect_eq(diag_at(diags, before)->at.line, 3);
}

Test(scene_image, refuses_what_is_no_png)
{
	expect_refused("", 0);
	expect_refused("<svg xmlns='http://www.w3.org/2000/svg'/>", 41);
	expect_refused(head, 20);
}

/* Small files can ask for pictures of any size. */
Test(scene_image, refuses_a_size_that_no_logo_has)
{
	char large[sizeof(head)];

	memcpy(large, head, sizeof(head));
	large[17] = 1;
	expect_refused(large, sizeof(head) - 1);
	memcpy(large, head, sizeof(head));
	memset(large + 16, 0, 4);
	expect_refused(large, sizeof(head) - 1);
}
