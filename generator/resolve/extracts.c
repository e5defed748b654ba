/*
 * extracts.c - what is made beside the report from the same results: short documents, and pictures with words.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/string_index.h"
#include "resolve/extracts.h"

/* A resolver that begins anew, with the finished one of the report to look things up in. */
static struct resolver begin(const struct resolver *base, struct document *document)
{
	return (struct resolver){
		.arena = base->arena,
		.report = base->report,
		.dataset = base->dataset,
		.results = base->results,
		.reference = base->reference,
		.statement = base->statement,
		.demand = base->demand,
		.layout = base->layout,
		.words = base->words,
		.diags = base->diags,
		.document = document,
		.anchors = string_index_new(base->arena),
		.part = "",
		.base = base,
	};
}

/* The same title, publisher, period and language; nothing else of the report's. */
static struct document *document_beside(const struct resolver *base, struct location at)
{
	const struct document *whole = base->document;
	struct document *document = arena_alloc(base->arena, sizeof(*document));

	*document = (struct document){
		.title = whole->title,
		.subtitle = whole->subtitle,
		.publisher = whole->publisher,
		.period = whole->period,
		.notice = whole->notice,
		.status = whole->status,
		.published = whole->published,
		.description = whole->description,
		.keywords = whole->keywords,
		.contact = whole->contact,
		.language = whole->language,
		.date = whole->date,
		.contents_word = whole->contents_word,
		.page_word = whole->page_word,
		.link_word = whole->link_word,
		.coverage = whole->coverage,
		.cover_caption = "",
		.root = node_new(base->arena, NODE_PART, at),
	};
	return document;
}

static struct document_head *head_of(struct resolver *resolver, const struct scope *scope,
				     const struct extract_spec *spec)
{
	struct document_head *head = arena_alloc(resolver->arena, sizeof(*head));
	size_t lines = 0;

	head->name = spec->name;
	head->title = resolve_title(resolver, scope, &spec->parts);
	if (spec->parts.has_kicker)
		head->kicker = resolve_inline(resolver, scope, spec->parts.kicker);
	for (const struct block *block = spec->blocks; block != NULL; block = block->next)
		lines += block->kind == BLOCK_HEAD_LINE;
	head->lines = arena_array(resolver->arena, lines, sizeof(*head->lines));
	for (const struct block *block = spec->blocks; block != NULL; block = block->next)
		if (block->kind == BLOCK_HEAD_LINE)
			head->lines[head->line_count++] =
				resolve_inline(resolver, scope, block->text);
	head->at = spec->at;
	return head;
}

/* The file of the report itself must not be replaced by that of an extract. */
static bool has_own_name(const struct resolver *base, const struct extract_spec *spec)
{
	if (strcmp(spec->id, path_stem(base->arena, base->report->file)) != 0)
		return true;
	diag_addf(base->diags, DIAG_EXTRACT_NAME, spec->at, "%s.pdf", spec->id);
	return false;
}

static void resolve_extract(const struct resolver *base, const struct extract_spec *spec)
{
	struct scope around = { .reference = base->report->reference };
	struct scope scope = scope_within(&around, &spec->reference);
	struct document *document = document_beside(base, spec->at), *whole = base->document;
	struct resolver resolver = begin(base, document);

	if (!has_own_name(base, spec))
		return;
	document->id = spec->id;
	document->layout = spec->layout;
	document->head = head_of(&resolver, &scope, spec);
	document->title = text_plain(base->arena, &document->head->title);
	resolve_blocks(&resolver, &scope, spec->blocks, document->root);
	finish_document(&resolver);
	finish_shown(&resolver);
	/* At the foot of its pages stands what it is taken from. */
	document->running_title = whole->title;
	whole->extracts = arena_grow(base->arena, whole->extracts, whole->extract_count,
				     &whole->extract_capacity, sizeof(*whole->extracts));
	whole->extracts[whole->extract_count++] = document;
}

/* Words of the card, else those of the figure. */
static const char *own_or(struct resolver *resolver, const struct scope *scope,
			  const struct inline_part *own, bool has_own, const char *other)
{
	const char *words = has_own ? resolve_words(resolver, scope, own) : "";

	return words[0] != '\0' ? words : other;
}

/* The notes of a figure before its source, or the source. */
static const char *notes_of(const struct resolver *resolver, const struct node *figure, bool source)
{
	size_t from = figure->source_from;

	return source ? text_part(resolver->arena, &figure->notes, from, figure->notes.count)
		      : text_part(resolver->arena, &figure->notes, 0, from);
}

static void set_tile(struct resolver *resolver, const struct scope *scope, struct block *block,
		     struct card *card)
{
	struct node *holder = node_new(resolver->arena, NODE_TILES, card->at);
	const struct node *tile;

	if (block == NULL)
		return;
	resolve_blocks(resolver, scope, block, holder);
	tile = holder->first;
	while (tile != NULL && tile->kind == NODE_TILES)
		tile = tile->first;
	if (tile == NULL || tile->kind != NODE_TILE)
		return;
	card->figure = tile->figure;
	card->figure_words = text_plain(resolver->arena, &tile->text);
}

/* "North Vale. Source: ... Synthetic data." */
static const char *foot_of(struct resolver *resolver, const char *source)
{
	const struct document *document = resolver->base->document;
	struct text foot = { 0 };

	append_sentence(resolver, &foot,
			document->publisher[0] == '\0'
				? ""
				: arena_printf(resolver->arena, "%s.", document->publisher));
	append_sentence(resolver, &foot, source);
	append_sentence(resolver, &foot, document->notice);
	return text_plain(resolver->arena, &foot);
}

static void resolve_card(const struct resolver *base, const struct card_spec *spec)
{
	struct scope scope = { .reference = base->report->reference };
	struct document *whole = base->document;
	struct resolver resolver = begin(base, document_beside(base, spec->at));
	const struct node *figure = find_shown(&resolver, &spec->ref);
	struct card card = { .id = spec->id,
			     .width = spec->width,
			     .height = spec->height,
			     .figure = "",
			     .figure_words = "",
			     .at = spec->at };

	if (figure == NULL)
		return;
	if (figure->kind != NODE_FIGURE) {
		diag_add(base->diags, DIAG_CARD_WITHOUT_CHART, spec->ref.at, spec->ref.text, NULL);
		return;
	}
	resolver.in_words_only = true;
	card.plot = figure->plot;
	card.alternative = figure->alternative;
	card.title = own_or(&resolver, &scope, spec->parts.title, spec->parts.has_title,
			    text_plain(base->arena, &figure->title));
	card.subtitle = own_or(&resolver, &scope, spec->parts.subtitle, spec->parts.has_subtitle,
			       text_plain(base->arena, &figure->subtitle));
	card.notes = own_or(&resolver, &scope, spec->parts.note, spec->parts.has_note,
			    notes_of(&resolver, figure, false));
	card.foot = foot_of(&resolver,
			    own_or(&resolver, &scope, spec->parts.source_line,
				   spec->parts.has_source_line, notes_of(&resolver, figure, true)));
	set_tile(&resolver, &scope, spec->tile, &card);
	whole->cards = arena_grow(base->arena, whole->cards, whole->card_count,
				  &whole->card_capacity, sizeof(*whole->cards));
	whole->cards[whole->card_count++] = card;
}

void resolve_extracts(const struct resolver *base)
{
	for (size_t i = 0; i < base->report->extract_count; i++)
		resolve_extract(base, &base->report->extracts[i]);
	for (size_t i = 0; i < base->report->card_count; i++)
		resolve_card(base, &base->report->cards[i]);
}
