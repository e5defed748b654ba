/* Charts with their words as pictures. */
#include "layout/card.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/diag.h"
#include "spec/read.h"
#include "support/labels.h"
#include "support/plots.h"

static const unsigned sizes[][2] = {
	{ 1200, 675 }, { 1200, 628 }, { 1600, 900 }, { 1080, 1080 }, { 1080, 1350 }
};
enum { SIZE_COUNT = sizeof(sizes) / sizeof(sizes[0]) };

static const char *const kinds[] = { "bars", "gradient" };
enum { KIND_COUNT = sizeof(kinds) / sizeof(kinds[0]) };

/* No type of a card is smaller than this many pixels. */
static const double smallest_px = 19;

struct drawn {
	struct arena *arena;
	struct look look;
	struct diag_list *diags;
	struct card card;
	struct scene *scene;
};

static struct drawn begin(const char *kind)
{
	static const double values[] = { 40, 35, 30, 25, 20 };
	struct drawn drawn = { .arena = arena_new() };

	drawn.look = look_load(drawn.arena, "annual-report-a4");
	drawn.diags = diag_list_new(drawn.arena);
	drawn.card = (struct card){
		.id = "picture",
		.plot = plot_of(drawn.arena, kind, values, 5),
		.title = "Emergency admissions rose step by step from the least to the most "
			 "deprived fifth",
		.subtitle = "Per 100,000 people aged under 18, North Vale, 2024 to 2025",
		.alternative = "What it shows.",
		.notes = "Lines show 95% confidence intervals.",
		.foot = "North Vale Integrated Care Board. Source: Secondary Uses Service.",
		.figure = "1.6 times",
		.figure_words = "as high in the most deprived areas as in the least deprived",
	};
	return drawn;
}

static void draw(struct drawn *drawn, const unsigned size[2])
{
	const struct layout *layout = layout_read(drawn->arena, "layouts/social-card.xml",
						  (struct location){ 0 }, drawn->diags);

	cr_assert_not_null(layout);
	drawn->card.width = size[0];
	drawn->card.height = size[1];
	drawn->scene = card_draw(drawn->arena, drawn->look.engine, layout, drawn->look.theme,
				 &drawn->card, drawn->diags);
}

Test(layout_card, has_exactly_the_size_that_was_asked_for)
{
	for (size_t i = 0; i < SIZE_COUNT; i++) {
		struct drawn drawn = begin("gradient");

		draw(&drawn, sizes[i]);
		cr_expect_eq(drawn.scene->width * CARD_SCALE, sizes[i][0]);
		cr_expect_eq(drawn.scene->height * CARD_SCALE, sizes[i][1]);
		look_free(&drawn.look);
	}
}

Test(layout_card, says_everything_inside_the_picture)
{
	for (size_t i = 0; i < SIZE_COUNT; i++) {
		struct drawn drawn = begin("gradient");
		struct labels words;

		draw(&drawn, sizes[i]);
		words = labels_of(&drawn.look, drawn.scene);
		cr_expect_eq(label_count(&words, "1.6 times"), 1);
		cr_expect_eq(label_count(&words, drawn.card.subtitle), 1);
		cr_expect_eq(label_count(&words, drawn.card.foot), 1);
		cr_expect_eq(diag_count(drawn.diags), 0);
		look_free(&drawn.look);
	}
}

Test(layout_card, is_legible_and_clear_in_every_size)
{
	for (size_t i = 0; i < SIZE_COUNT * KIND_COUNT; i++) {
		struct drawn drawn = begin(kinds[i % KIND_COUNT]);
		struct labels words;
		const char *fault;

		draw(&drawn, sizes[i / KIND_COUNT]);
		words = labels_of(&drawn.look, drawn.scene);
		fault = labels_overlap(&drawn.look, &words);
		cr_expect_null(fault, "%s, %u wide: %s", kinds[i % KIND_COUNT], drawn.card.width,
			       fault);
		fault = labels_outside(
			&drawn.look, &words,
			(struct box){ 0, 0, drawn.scene->width, drawn.scene->height });
		cr_expect_null(fault, "%s", fault);
		for (size_t w = 0; w < words.count; w++)
			cr_expect_geq(words.items[w].size_pt * CARD_SCALE, smallest_px, "%s",
				      words.items[w].text);
		look_free(&drawn.look);
	}
}

/* A note that is too long for the side of the chart goes below it. */
Test(layout_card, finds_room_for_a_long_note)
{
	struct drawn drawn = begin("bars");
	struct labels words;

	drawn.card.notes =
		"Lines show 95% confidence intervals. Deprivation is measured with the "
		"English Indices of Deprivation 2019. [u] of low reliability: from small "
		"numbers. [c] confidential: the figure is hidden to protect people.";
	draw(&drawn, sizes[2]);
	words = labels_of(&drawn.look, drawn.scene);
	cr_expect_null(labels_overlap(&drawn.look, &words));
	cr_expect_eq(diag_count(drawn.diags), 0);
	look_free(&drawn.look);
}

static const struct label *label_of_part(const struct labels *labels, enum scene_part part)
{
	for (size_t i = 0; i < labels->count; i++)
		if (labels->items[i].part == part)
			return &labels->items[i];
	return NULL;
}

/* Twelve rows are too high for what title and notes leave of a wide card, and not for all of it. */
Test(layout_card, has_its_words_beside_a_chart_that_needs_the_whole_height)
{
	static const double values[] = { 40, 35, 30, 25, 20, 19, 18, 17, 16, 15, 14, 13 };
	struct drawn drawn = begin("dots");
	const struct label *foot, *row;
	struct labels words;

	drawn.card.plot = plot_of(drawn.arena, "dots", values, 12);
	drawn.card.figure = drawn.card.figure_words = "";
	drawn.card.foot = "North Vale.";
	draw(&drawn, sizes[0]);
	words = labels_of(&drawn.look, drawn.scene);
	cr_expect_eq(diag_count(drawn.diags), 0);
	cr_expect_null(labels_overlap(&drawn.look, &words));
	cr_expect_null(
		labels_outside(&drawn.look, &words,
			       (struct box){ 0, 0, drawn.scene->width, drawn.scene->height }));
	foot = label_find(&words, drawn.card.foot);
	row = label_of_part(&words, PART_GROUP_LABEL);
	cr_assert(foot && row);
	cr_expect_lt(foot->box.x + foot->box.width, row->box.x);
	look_free(&drawn.look);
}

Test(layout_card, tells_when_the_chart_has_no_room)
{
	struct drawn drawn = begin("gradient");

	drawn.card.title = "A title that goes on and on until there is no room for any picture "
			   "below it, which nobody would read to its end in any case, and which "
			   "goes on still, for its author could not bring himself to leave out a "
			   "word of what he had found in long nights of work";
	draw(&drawn, sizes[1]);
	cr_assert_eq(diag_count(drawn.diags), 1);
	cr_expect_str_eq(diag_kind(diag_at(drawn.diags, 0)->code)->id, "LAY11");
	look_free(&drawn.look);
}
