#include "layout/page_link.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"

/* In the first pass, when no page is known: most numbers have two digits. */
enum { PAGE_BEFORE_ANY = 10 };

unsigned page_expected(const struct composer *composer, const struct node *target)
{
	unsigned page = composer_page(composer, target->anchor);

	return page == 0 ? PAGE_BEFORE_ANY : page;
}

unsigned page_assumed(struct composer *composer, const struct node *target)
{
	composer->guesses = arena_grow(composer->arena, composer->guesses, composer->guess_count,
				       &composer->guess_capacity, sizeof(*composer->guesses));
	composer->guesses[composer->guess_count++] =
		(struct page_guess){ .target = target,
				     .page = composer_page(composer, target->anchor) };
	return page_expected(composer, target);
}

bool pages_as_assumed(const struct composer *composer)
{
	for (size_t i = 0; i < composer->guess_count; i++)
		if (composer->guesses[i].page !=
		    composer_page(composer, composer->guesses[i].target->anchor))
			return false;
	return true;
}

/* "Waits by deprivation, page 12": said once, by whichever word for a page there is. */
static const char *link_contents(struct composer *composer, const struct page_link *link,
				 const char *number)
{
	return arena_printf(composer->arena, "%s, %s %s", link->contents,
			    composer->document->page_word, number);
}

void set_page_link(struct composer *composer, struct scene *scene, const struct page_link *link)
{
	const struct text_font_facts *facts = text_font_facts(composer->engine, link->font);
	const struct shaped_text *shaped;
	char number[NUMBER_TEXT_MAX];
	const char *words;
	struct box area;
	double left;

	number_format(page_assumed(composer, link->target), (struct number_style){ 0 }, number);
	words = arena_printf(composer->arena, "%s%s", link->prefix, number);
	shaped = text_shape(composer->engine, link->font, words, strlen(words));
	/* Apart from the words before it: no blank is drawn between them. */
	scene->element = link->wide ? composer_element(composer, STRUCTURE_SPAN, link->element)
				    : link->element;
	left = link->from_left ? link->x : link->x - shaped->width;
	scene_text(scene, PART_TEXT, shaped, left, link->y, link->colour);
	scene->element = link->element;
	area = (struct box){ left, link->y - facts->ascent_pt, shaped->width,
			     facts->ascent_pt + facts->descent_pt };
	if (link->wide)
		area = (struct box){ 0, 0, scene->width, scene->height };
	scene_link(scene, area, arena_printf(composer->arena, "#%s", link->target->anchor),
		   link_contents(composer, link, number));
}
