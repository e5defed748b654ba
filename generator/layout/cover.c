#include <math.h>

#include "base/arena.h"
#include "document/heading.h"
#include "layout/logo.h"
#include "layout/running.h"
#include "layout/set_text.h"

enum { STEPS = 5 };

static const double title_top = 146, publisher_top = 68, rule_gap = 18, rule_height = 3;
static const double foot_share = 0.168, art_top_share = 0.5, words_gap = 24, line_halo = 4.4,
		    box_gap = 2;

/* A cell of words on the cover; returns the height. */
static double place_words(struct composer *composer, struct scene *page, const char *words,
			  enum text_role role, double x, double y, double width, int element)
{
	struct text text = { 0 };
	struct galley notes = galley_new(composer, width, element);
	struct scene *scene;

	if (words[0] == '\0')
		return 0;
	text_add(composer->drafts, &text, words);
	scene = set_scene(composer, &notes, &text, width, (struct set_options){ .role = role },
			  element);
	scene_copy(page, scene, x, y);
	return scene->height;
}

static int paragraph(struct composer *composer)
{
	return composer_element(composer, STRUCTURE_PARAGRAPH, 0);
}

static int title_heading(struct composer *composer)
{
	int element = composer_element(composer, STRUCTURE_HEADING, 0);

	composer_facts(composer, element)->level = HEADING_LEVEL_TITLE;
	return element;
}

/* Places of the numbers of a plot between two heights: the highest at the top. */
struct art {
	double left, width, top, bottom, low, high;
};

static double art_place(const struct art *art, double value)
{
	return art->bottom - (art->bottom - art->top) * (value - art->low) / (art->high - art->low);
}

static struct art art_of(const struct plot *plot, double left, double width, double top,
			 double bottom)
{
	struct art art = { .left = left,
			   .width = width,
			   .top = top,
			   .bottom = bottom,
			   .high = fmax(plot->fitted[0], plot->fitted[FITTED_POINTS - 1]) };

	for (size_t i = 0; i < plot->category_count; i++)
		art.high = fmax(art.high, plot->values[i].value);
	art.low = 0;
	return art;
}

/* Boxes as wide as the groups are large, as high as their values; the fitted line over them. */
static void draw_art(struct composer *composer, struct scene *page, const struct plot *plot,
		     const struct art *art)
{
	double x = art->left;
	struct colour paper = composer_colour(composer, COLOUR_PAPER);
	struct colour fitted = composer_colour(composer, COLOUR_FITTED);
	struct scene_path *path;

	for (size_t i = 0; i < plot->category_count; i++) {
		double width = art->width * plot->categories[i].share;
		double gap = i + 1 < plot->category_count ? box_gap : 0;
		double y = art_place(art, plot->values[i].value);
		enum colour_role colour =
			(enum colour_role)(COLOUR_STEP_1 + i * STEPS / plot->category_count);

		path_rectangle(page,
			       scene_fill(page, PART_ORNAMENT, composer_colour(composer, colour)),
			       (struct box){ x, y, fmax(0, width - gap), art->bottom - y });
		path_rectangle(page, scene_fill(page, PART_ORNAMENT, paper),
			       (struct box){ x, y - 0.6, fmax(0, width - gap), 1.2 });
		x += width;
	}
	for (int layer = 0; layer < 2; layer++) {
		path = scene_stroke(page, PART_ORNAMENT, layer == 0 ? paper : fitted,
				    layer == 0 ? line_halo : 2);
		path_move(page, path, art->left, art_place(art, plot->fitted[0]));
		for (size_t i = 1; i < FITTED_POINTS; i++)
			path_line(page, path,
				  art->left + art->width * (double)i / (FITTED_POINTS - 1),
				  art_place(art, plot->fitted[i]));
	}
	x = art->left;
	for (size_t i = 0; i < plot->category_count; i++) {
		double width = art->width * plot->categories[i].share;

		path = scene_fill(page, PART_ORNAMENT, paper);
		path->stroked = true;
		path->stroke = fitted;
		path->line_width = 2.2;
		path_circle(page, path, x + width / 2, art_place(art, plot->values[i].value), 5);
		x += width;
	}
}

static void draw_field(struct composer *composer, struct scene *page, double bottom)
{
	page->element = ARTIFACT_BACKGROUND;
	path_rectangle(page,
		       scene_fill(page, PART_BACKGROUND, composer_colour(composer, COLOUR_FIELD)),
		       (struct box){ 0, 0, page->width, bottom });
}

/* The foot of the cover, on paper: date and status at the left, the caption at the right, the notice below. */
static void draw_foot(struct composer *composer, struct scene *page, double top,
		      const char *caption)
{
	const struct layout *layout = composer->layout;
	const struct document *document = composer->document;
	double half = layout_span_width(layout, layout->columns / 2);
	double right = layout->left_pt + half + layout->gutter_pt, y = top + words_gap;

	y += place_words(composer, page, document->published, ROLE_COVER_STRONG, layout->left_pt, y,
			 half, paragraph(composer));
	place_words(composer, page, document->status, ROLE_COVER_TEXT, layout->left_pt, y, half,
		    paragraph(composer));
	place_words(composer, page, caption, ROLE_COVER_SMALL, right, top + words_gap, half,
		    paragraph(composer));
	page->element = ARTIFACT_LAYOUT;
	if (document->notice[0] == '\0')
		return;
	path_rectangle(
		page, scene_fill(page, PART_RULE, composer_colour(composer, COLOUR_HAIRLINE)),
		(struct box){ layout->left_pt, layout->foot_pt, layout_text_width(layout), 0.5 });
	place_words(composer, page, document->notice, ROLE_COVER_SMALL, layout->left_pt,
		    layout->foot_pt + 6, layout_text_width(layout), paragraph(composer));
}

/* The name of the body, and its logo at the other end of the line. */
static void place_publisher(struct composer *composer, struct scene *page)
{
	const struct layout *layout = composer->layout;

	place_words(composer, page, composer->document->publisher, ROLE_COVER_BODY, layout->left_pt,
		    publisher_top, layout_text_width(layout) - logo_room(composer),
		    paragraph(composer));
	logo_place(composer, page, logo_element(composer), page->width - layout->right_pt,
		   publisher_top + composer_style(composer, ROLE_COVER_BODY)->line_pt / 2);
}

static void steps_cover(struct composer *composer, struct scene *page)
{
	const struct layout *layout = composer->layout;
	const struct document *document = composer->document;
	double bottom = page->height * (1 - foot_share), y = title_top;
	double width = layout_text_width(layout);

	draw_field(composer, page, bottom);
	if (document->cover_plot != NULL) {
		struct art art = art_of(document->cover_plot, 0, page->width,
					page->height * art_top_share, bottom);

		draw_art(composer, page, document->cover_plot, &art);
	}
	place_publisher(composer, page);
	y += place_words(composer, page, document->title, ROLE_COVER_TITLE, layout->left_pt, y,
			 layout_span_width(layout, layout->columns > 3 ? layout->columns - 2
								       : layout->columns),
			 title_heading(composer));
	page->element = ARTIFACT_LAYOUT;
	path_rectangle(page,
		       scene_fill(page, PART_ORNAMENT, composer_colour(composer, COLOUR_ON_FIELD)),
		       (struct box){ layout->left_pt, y + rule_gap, layout_span_width(layout, 1),
				     rule_height });
	y += 2 * rule_gap + rule_height - 4;
	y += place_words(composer, page, document->subtitle, ROLE_COVER_SUBTITLE, layout->left_pt,
			 y, width, paragraph(composer));
	place_words(composer, page, document->period, ROLE_COVER_SUBTITLE, layout->left_pt, y,
		    width, paragraph(composer));
	draw_foot(composer, page, bottom,
		  document->cover_plot != NULL ? document->cover_caption : "");
}

static void plain_cover(struct composer *composer, struct scene *page)
{
	const struct layout *layout = composer->layout;
	const struct document *document = composer->document;
	double y = title_top, width = layout_text_width(layout);

	place_publisher(composer, page);
	y += place_words(composer, page, document->title, ROLE_COVER_TITLE, layout->left_pt, y,
			 width, title_heading(composer)) +
	     rule_gap;
	y += place_words(composer, page, document->subtitle, ROLE_COVER_SUBTITLE, layout->left_pt,
			 y, width, paragraph(composer));
	place_words(composer, page, document->period, ROLE_COVER_SUBTITLE, layout->left_pt, y,
		    width, paragraph(composer));
	draw_foot(composer, page, page->height * (1 - foot_share), "");
}

bool has_cover_page(const struct composer *composer)
{
	return composer->document->has_cover && composer->layout->cover != COVER_NONE;
}

void cover_page(struct composer *composer)
{
	const struct layout *layout = composer->layout;
	struct pages *pages = composer->pages;
	struct scene *page;

	if (!has_cover_page(composer))
		return;
	page = scene_new(composer->arena, layout->width_pt, layout->height_pt);
	pages->items = arena_grow(composer->arena, pages->items, pages->count, &pages->capacity,
				  sizeof(*pages->items));
	pages->items[pages->count++] = page;
	if (layout->cover == COVER_STEPS)
		steps_cover(composer, page);
	else
		plain_cover(composer, page);
}
