#include "layout/layout_pages.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/string_index.h"
#include "layout/flow.h"
#include "layout/paginate.h"
#include "layout/running.h"

enum { PASSES_MOST = 5 };

static void add_outline(struct composer *composer)
{
	const struct node *root = composer->document->root;
	struct pages *pages = composer->pages;

	for (const struct node *node = root; node != NULL; node = node_next(node, root)) {
		const char *title;

		if (node->kind != NODE_SECTION && node->kind != NODE_CONTENTS)
			continue;
		title = text_plain(composer->arena, &node->title);
		if (node->kind == NODE_SECTION && node->number[0] != '\0')
			title = arena_printf(composer->arena, "%s %s", node->number, title);
		pages->outline = arena_grow(composer->arena, pages->outline, pages->outline_count,
					    &pages->outline_capacity, sizeof(*pages->outline));
		pages->outline[pages->outline_count++] = (struct outline_entry){
			.level = node->kind == NODE_CONTENTS ? 1 : node->level,
			.title = title,
			.anchor = node->anchor,
		};
	}
}

static void apply_fixups(struct composer *composer)
{
	for (size_t i = 0; i < composer->fixup_count; i++) {
		const struct page_fixup *fixup = &composer->fixups[i];
		unsigned page = composer_page(composer, fixup->target->anchor);
		const struct text_font_facts *facts =
			text_font_facts(composer->engine, fixup->font);
		const struct shaped_text *shaped;
		char number[NUMBER_TEXT_MAX];
		const char *words;
		struct box area;
		double left;

		number_format(page, (struct number_style){ 0 }, number);
		words = arena_printf(composer->arena, "%s%s", fixup->prefix, number);
		shaped = text_shape(composer->engine, fixup->font, words, strlen(words));
		fixup->scene->element = fixup->element;
		left = fixup->from_left ? fixup->x : fixup->x - shaped->width;
		scene_text(fixup->scene, PART_TEXT, shaped, left, fixup->y, fixup->colour);
		area = (struct box){ left, fixup->y - facts->ascent_pt, shaped->width,
				     facts->ascent_pt + facts->descent_pt };
		if (fixup->link_wide)
			area = (struct box){ 0, 0, fixup->scene->width, fixup->scene->height };
		scene_link(fixup->scene, area,
			   arena_printf(composer->arena, "#%s", fixup->target->anchor), words);
	}
}

/* True when every inline page number was assumed rightly. */
static bool guesses_hold(const struct composer *composer)
{
	for (size_t i = 0; i < composer->guess_count; i++)
		if (composer->guesses[i].page !=
		    composer_page(composer, composer->guesses[i].target->anchor))
			return false;
	return true;
}

static void one_pass(struct composer *composer)
{
	struct galley galley;
	int root;

	composer->arena = arena_new();
	composer->diags = diag_list_new(composer->arena);
	composer->pages = arena_alloc(composer->arena, sizeof(*composer->pages));
	composer->fixups = NULL;
	composer->guesses = NULL;
	composer->fixup_count = composer->fixup_capacity = 0;
	composer->guess_count = composer->guess_capacity = 0;
	root = structure_add(composer->arena, &composer->pages->structure, STRUCTURE_DOCUMENT, -1);
	composer->page_width = layout_text_width(composer->layout);
	cover_page(composer);
	galley = galley_new(composer, layout_text_width(composer->layout), root);
	if (composer->document->head != NULL)
		flow_extract_head(&galley, composer->document->head);
	flow_children(&galley, composer->document->root);
	paginate(composer, &galley);
}

static void free_arena(void *arena)
{
	arena_free(arena);
}

/* Lays the report out until every inline page number was assumed rightly; keeps the last pass alone. */
static void lay_out(struct composer *composer)
{
	one_pass(composer);
	for (int pass = 1; pass < PASSES_MOST && !guesses_hold(composer); pass++) {
		arena_free(composer->arena);
		one_pass(composer);
	}
	arena_own(composer->whole, composer->arena, free_arena);
}

struct pages *pages_make(struct arena *arena, struct text_engine *engine,
			 const struct layout *layout, const struct theme *theme,
			 const struct document *document, struct figure_list *figures,
			 struct diag_list *diags)
{
	struct composer composer = {
		.whole = arena,
		.engine = engine,
		.layout = layout,
		.theme = theme,
		.document = document,
		.anchor_numbers = string_index_new(arena),
	};

	lay_out(&composer);
	for (size_t i = 0; i < diag_count(composer.diags); i++) {
		const struct diag *diag = diag_at(composer.diags, i);

		diag_add(diags, diag->code, diag->at, diag->detail, diag->hint);
	}
	apply_fixups(&composer);
	add_outline(&composer);
	composer.pages->properties = (struct document_properties){
		.title = document->title,
		.author = document->publisher,
		.subject = document->description,
		.keywords = document->keywords,
		.language = document->language,
		.published = document->date,
	};
	*figures = (struct figure_list){ composer.figures, composer.figure_count };
	return composer.pages;
}
