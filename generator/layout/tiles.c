/*
 * tiles.c - a number in large type, the page it leads to, and its words.
 */
#include <math.h>

#include "base/arena.h"
#include "base/number.h"
#include "layout/flow.h"
#include "layout/page_link.h"
#include "layout/set_text.h"

static const double tile_text_gap = 2, tile_link_gap = 5, card_number = 24.0 / 26;

/* Numbers beside a link are a little smaller, so that "1.6 times" and its page stand on one line. */
static struct text_style number_style(struct composer *composer, const struct node *tile)
{
	struct text_style style = *composer_style(composer, ROLE_BIG_NUMBER);

	if (tile->target != NULL) {
		style.size_pt *= card_number;
		style.line_pt *= card_number;
	}
	return style;
}

static double style_base(struct composer *composer, const struct text_style *style)
{
	const struct text_font_facts *facts =
		text_font_facts(composer->engine, text_font(composer->engine, style));

	return (style->line_pt - facts->ascent_pt - facts->descent_pt) / 2 + facts->ascent_pt;
}

/* The number of a tile in its lines: blanks may part it; a word wider than the tile is set smaller. */
static struct text_paragraph *compose_number(struct composer *composer, const struct node *tile,
					     double width, struct text_style *style)
{
	struct text_span span = { .text = tile->figure,
				  .font = text_font(composer->engine, style),
				  .colour = composer_colour(composer, style->colour) };
	double narrowest, widest;

	text_extents(composer->engine, &span, 1, &narrowest, &widest);
	if (narrowest > width) {
		style->size_pt *= (width - 0.5) / narrowest;
		span.font = text_font(composer->engine, style);
	}
	return text_compose(composer->engine, composer->arena, &span, 1,
			    (struct compose_options){ .width = width });
}

/* What the link of a tile will say, as far as it is known. */
static double link_width(struct composer *composer, const struct node *tile)
{
	char number[NUMBER_TEXT_MAX];

	number_format(page_expected(composer, tile->target), (struct number_style){ 0 }, number);
	return line_width(
		composer, ROLE_TILE_LINK,
		arena_printf(composer->arena, "%s %s", composer->document->page_word, number));
}

/* What the link says by itself: the whole tile. */
static const char *tile_contents(struct composer *composer, const struct node *tile)
{
	return arena_printf(composer->arena, "%s %s", tile->figure,
			    text_plain(composer->arena, &tile->text));
}

/* The page that a tile leads to, at an edge of the scene. */
static void add_tile_link(struct composer *composer, const struct node *tile, struct scene *scene,
			  bool from_left, double base, int element)
{
	int link = composer_element(composer, STRUCTURE_LINK,
				    composer_element(composer, STRUCTURE_REFERENCE, element));
	const struct page_link page = {
		.target = tile->target,
		.contents = tile_contents(composer, tile),
		.prefix = arena_printf(composer->arena, "%s ", composer->document->page_word),
		.x = from_left ? 0 : scene->width,
		.from_left = from_left,
		.y = base,
		.font = composer_font(composer, ROLE_TILE_LINK),
		.element = link,
		.colour = composer_colour(composer, COLOUR_LINK),
	};

	set_page_link(composer, scene, &page);
}

/*
 * Number and link on one base line; the link below when both do not fit. The link is a scene of its own, since
 * it is read behind the words of the tile.
 */
static struct scene *tile_head(struct composer *composer, const struct node *tile, double width,
			       struct scene *page, int element)
{
	struct text_style style = number_style(composer, tile);
	struct text_paragraph *number = compose_number(composer, tile, width, &style);
	double base = style_base(composer, &style), link;
	struct scene *head =
		scene_new(composer->drafts, width, style.line_pt * (double)number->count);

	/* Apart from the words: no blank is drawn between them. */
	head->element = composer_element(composer, STRUCTURE_SPAN, element);
	for (size_t i = 0; i < number->count; i++)
		for (size_t j = 0; j < number->lines[i].count; j++) {
			const struct text_fragment *part = &number->lines[i].fragments[j];

			scene_text(head, PART_TEXT, part->shaped, part->x,
				   base + style.line_pt * (double)i, part->colour);
		}
	if (tile->target == NULL)
		return head;
	link = link_width(composer, tile);
	if (number->count == 1 && number->width + tile_link_gap + link <= width) {
		add_tile_link(composer, tile, page, false, base, element);
		return head;
	}
	add_tile_link(composer, tile, page, true,
		      head->height + role_base(composer, ROLE_TILE_LINK), element);
	head->height += composer_style(composer, ROLE_TILE_LINK)->line_pt;
	return head;
}

struct scene *tile_scene(struct galley *galley, const struct node *tile, double width)
{
	struct composer *composer = galley->composer;
	struct galley inner = galley_new(composer, width, galley->element);
	int element = composer_element(composer, STRUCTURE_PARAGRAPH, galley->element);
	struct scene *page = scene_new(composer->drafts, width, 0), *scene;

	composer_facts(composer, element)->at = tile->at;
	galley_box(&inner, tile_head(composer, tile, width, page, element), tile->at);
	if (tile->text.count > 0) {
		galley_space(&inner, tile_text_gap);
		set_text(&inner, &tile->text, (struct set_options){ .role = ROLE_COMPACT }, element,
			 tile->at);
	}
	scene = galley_scene(&inner, galley);
	scene_use(scene, page, 0, 0);
	return scene;
}
