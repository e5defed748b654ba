/* The mark of the body that publishes. */

#include <criterion/criterion.h>

#include "base/arena.h"
#include "scene/image.h"
#include "support/laid_out.h"
#include "support/pages_expect.h"

/* Twice as wide as high, nothing in it: no device plays it here. */
static const struct image mark = { .width = 600, .height = 300 };
static const double height = 40;

static struct paper *paper_with_mark(void)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct theme *theme = arena_alloc(paper->look.arena, sizeof(*theme));

	*theme = *paper->look.theme;
	theme->logo = (struct logo){
		.file = "mark.png", .height_pt = height, .alternative = "North Vale", .image = &mark
	};
	paper->look.theme = theme;
	paper->document.has_cover = true;
	paper_text(paper, "words");
	return paper;
}

static const struct scene_item *image_on(const struct scene *page)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->items[i].kind == SCENE_IMAGE)
			return &page->items[i];
	return NULL;
}

Test(layout_logo, stands_at_the_top_right_of_the_cover_in_its_own_shape)
{
	struct paper *paper = paper_with_mark();
	const struct scene_item *item;
	const struct scene *cover;

	paper_lay_out(paper);
	cover = paper->pages->items[0];
	item = image_on(cover);
	cr_assert_not_null(item);
	cr_expect_float_eq(item->area.x + item->area.width,
			   cover->width - paper->look.layout->right_pt, 0.01);
	cr_expect_float_eq(item->area.height, height, 0.01);
	cr_expect_float_eq(item->area.width, 2 * height, 0.01);
	cr_expect_null(image_on(paper->pages->items[1]));
	paper_free(paper);
}

Test(layout_logo, is_read_out_to_those_who_do_not_see_it)
{
	struct paper *paper = paper_with_mark();
	const struct structure_element *element;
	const struct scene_item *item;

	paper_lay_out(paper);
	item = image_on(paper->pages->items[0]);
	cr_assert(item != NULL && item->element >= 0);
	element = &paper->pages->structure.elements[item->element];
	cr_expect_eq(element->type, STRUCTURE_FIGURE);
	cr_expect_str_eq(element->alternative, "North Vale");
	paper_free(paper);
}

/* Half its height around it. */
Test(layout_logo, keeps_the_name_of_the_body_away)
{
	struct paper *paper = paper_with_mark();
	const struct scene_item *item;
	struct labels words;

	paper->document.publisher = "A body whose name is long enough to reach the other end of "
				    "the line that it stands on, and further";
	paper_lay_out(paper);
	item = image_on(paper->pages->items[0]);
	words = paper_words(paper, 1);
	cr_assert_not_null(item);
	for (size_t i = 0; i < words.count && item != NULL; i++) {
		const struct box box = words.items[i].box;
		const struct box clear = { item->area.x - height / 2, item->area.y,
					   item->area.width, item->area.height };

		cr_expect_not(box_overlaps(box, clear, 0.5), "%s", words.items[i].text);
	}
	paper_free(paper);
}
