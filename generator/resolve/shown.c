/*
 * shown.c - an element of the report repeated in an extract: the same figures and words under numbers and anchors
 * of the extract.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/resolver.h"

/* A copy and what it is of: references lead to the copy where there is one. */
struct shown_node {
	const struct node *original;
	const struct node *copy;
};

struct shown {
	struct shown_node *nodes;
	size_t node_count, node_capacity;
	struct text_run **references; /* runs of copies that lead somewhere */
	size_t reference_count, reference_capacity;
	struct node **tiles; /* copies that lead to a page */
	size_t tile_count, tile_capacity;
};

/* One <show> at work. */
struct copier {
	struct resolver *resolver;
	struct shown *shown;
	struct location at; /* of the <show>: faults of a copy are told there */
	unsigned level;     /* added to that of sections */
};

static struct shown *shown_of(struct resolver *resolver)
{
	if (resolver->shown == NULL)
		resolver->shown = arena_alloc(resolver->arena, sizeof(*resolver->shown));
	return resolver->shown;
}

static struct text copy_text(struct copier *copier, const struct text *text);

static const struct note *copy_note(struct copier *copier, const struct note *note)
{
	struct note *copy = arena_alloc(copier->resolver->arena, sizeof(*copy));

	number_note(copier->resolver, copy);
	copy->text = copy_text(copier, &note->text);
	return copy;
}

static struct text copy_text(struct copier *copier, const struct text *text)
{
	struct arena *arena = copier->resolver->arena;
	struct shown *shown = copier->shown;
	struct text copy = { 0 };

	for (size_t i = 0; i < text->count; i++) {
		struct text_run *run = text_add(arena, &copy, "");

		*run = *text->runs[i];
		if (run->note != NULL)
			run->note = copy_note(copier, run->note);
		if (run->target == NULL)
			continue;
		shown->references =
			arena_grow(arena, shown->references, shown->reference_count,
				   &shown->reference_capacity, sizeof(*shown->references));
		shown->references[shown->reference_count++] = run;
	}
	return copy;
}

static const struct table *copy_table(struct copier *copier, const struct table *table)
{
	struct arena *arena = copier->resolver->arena;
	struct table *copy;

	if (table == NULL)
		return NULL;
	copy = arena_alloc(arena, sizeof(*copy));
	*copy = *table;
	copy->rows = arena_array(arena, table->row_count, sizeof(*copy->rows));
	copy->row_capacity = table->row_count;
	for (size_t row = 0; row < table->row_count; row++) {
		copy->rows[row] = table->rows[row];
		copy->rows[row].cells =
			arena_array(arena, table->column_count, sizeof(*copy->rows[row].cells));
		for (size_t column = 0; column < table->column_count; column++) {
			const struct table_cell *from = &table->rows[row].cells[column];
			struct table_cell *cell = &copy->rows[row].cells[column];

			*cell = *from;
			cell->text = copy_text(copier, &from->text);
			cell->detail = copy_text(copier, &from->detail);
		}
	}
	return copy;
}

/* Neighbours in an extract may share a scale: the picture of the report keeps its own. */
static struct plot *copy_plot(struct copier *copier, const struct plot *plot)
{
	struct plot *copy;

	if (plot == NULL)
		return NULL;
	copy = arena_alloc(copier->resolver->arena, sizeof(*copy));
	*copy = *plot;
	return copy;
}

static void number_copy(struct resolver *resolver, struct node *copy)
{
	bool table = copy->kind == NODE_TABLE;

	if (copy->kind == NODE_SECTION) {
		copy->number = copy->label = "";
		copy->section = SECTION_PLAIN;
		copy->new_page = false;
	}
	if (copy->kind != NODE_FIGURE && !(table && copy->label[0] != '\0'))
		return;
	copy->number = words_number(&resolver->words,
				    (double)(table ? ++resolver->tables : ++resolver->figures), 0);
	copy->label = words_fill(&resolver->words, table ? STRING_TABLE : STRING_FIGURE,
				 (struct placeholder[]){ { "n", copy->number }, { 0 } });
}

static void remember(struct copier *copier, const struct node *original, struct node *copy)
{
	struct arena *arena = copier->resolver->arena;
	struct shown *shown = copier->shown;

	shown->nodes = arena_grow(arena, shown->nodes, shown->node_count, &shown->node_capacity,
				  sizeof(*shown->nodes));
	shown->nodes[shown->node_count++] = (struct shown_node){ original, copy };
	if (copy->target == NULL)
		return;
	shown->tiles = arena_grow(arena, shown->tiles, shown->tile_count, &shown->tile_capacity,
				  sizeof(*shown->tiles));
	shown->tiles[shown->tile_count++] = copy;
}

static struct node *copy_node(struct copier *copier, const struct node *node)
{
	struct resolver *resolver = copier->resolver;
	struct node *copy = node_new(resolver->arena, node->kind, copier->at);

	*copy = *node;
	copy->at = copier->at;
	copy->first = copy->last = copy->next = copy->parent = NULL;
	copy->anchor = "";
	copy->level = node->level + copier->level;
	number_copy(resolver, copy);
	if (node->anchor[0] != '\0')
		give_anchor(resolver, copy, node->anchor, "", "");
	remember(copier, node, copy);
	copy->title = copy_text(copier, &node->title);
	copy->subtitle = copy_text(copier, &node->subtitle);
	copy->text = copy_text(copier, &node->text);
	copy->table = copy_table(copier, node->table);
	copy->plot = copy_plot(copier, node->plot);
	copy->long_description = copy_text(copier, &node->long_description);
	copy->notes = copy_text(copier, &node->notes);
	for (const struct node *child = node->first; child != NULL; child = child->next)
		node_append(copy, copy_node(copier, child));
	return copy;
}

const struct node *find_shown(struct resolver *resolver, const struct word *ref)
{
	const struct document *document = resolver->base->document;

	for (size_t i = 0; i < document->element_count; i++)
		if (strcmp(document->elements[i]->block->id, ref->text) == 0 &&
		    document->elements[i]->made != NULL)
			return document->elements[i]->made;
	diag_add(resolver->diags, DIAG_TARGET_LEFT_OUT, ref->at, ref->text, NULL);
	return NULL;
}

/* A grid lays out figures, tiles, words and cells; anything else stands in a cell. */
static struct node *place_for(struct resolver *resolver, const struct node *shown,
			      struct node *parent)
{
	struct node *cell;

	if (parent->kind != NODE_GRID || shown->kind == NODE_FIGURE || shown->kind == NODE_TILE ||
	    shown->kind == NODE_TEXT || shown->kind == NODE_CELL)
		return parent;
	cell = node_new(resolver->arena, NODE_CELL, shown->at);
	node_append(parent, cell);
	return cell;
}

void resolve_show(struct resolver *resolver, const struct block *block, struct node *parent)
{
	struct copier copier = { .resolver = resolver, .at = block->at };
	const struct node *shown;
	struct node *copy;

	if (resolver->base == NULL) {
		diag_add(resolver->diags, DIAG_SHOW_OUTSIDE, block->at, block->to.text, NULL);
		return;
	}
	shown = find_shown(resolver, &block->to);
	if (shown == NULL)
		return;
	copier.shown = shown_of(resolver);
	if (shown->kind == NODE_SECTION && shown->level <= resolver->level + 1)
		copier.level = resolver->level + 1 - shown->level;
	copy = copy_node(&copier, shown);
	if (copy->plot != NULL && block->height_pt > 0)
		copy->plot->height_pt = block->height_pt;
	else if (block->height_pt > 0)
		diag_add(resolver->diags, DIAG_ATTRIBUTE_IDLE, block->at,
			 arena_printf(resolver->arena, "height on <show ref=\"%s\">",
				      block->to.text),
			 "the height of charts alone can be set");
	/* An item by itself is a paragraph, what a cell holds stands for itself. */
	if (copy->kind == NODE_ITEM && parent->kind != NODE_LIST)
		copy->kind = NODE_TEXT;
	if (copy->kind != NODE_CELL || parent->kind == NODE_GRID || parent->kind == NODE_PANEL) {
		node_append(place_for(resolver, shown, parent), copy);
		return;
	}
	for (struct node *child = copy->first, *next; child != NULL; child = next) {
		next = child->next;
		child->next = NULL;
		node_append(parent, child);
	}
}

const char *elsewhere(const struct resolver *resolver, const struct node *target, const char *words)
{
	const char *text = words[0] != '\0'           ? words
			   : target->label[0] != '\0' ? target->label
						      : text_plain(resolver->arena, &target->title);

	return words_fill(&resolver->words, STRING_IN_FULL_REPORT,
			  (struct placeholder[]){ { "name", text }, { 0 } });
}

static const struct node *copy_of(const struct shown *shown, const struct node *original)
{
	for (size_t i = 0; i < shown->node_count; i++)
		if (shown->nodes[i].original == original)
			return shown->nodes[i].copy;
	return NULL;
}

void finish_shown(struct resolver *resolver)
{
	struct shown *shown = shown_of(resolver);

	for (size_t i = 0; i < shown->reference_count; i++) {
		struct text_run *run = shown->references[i];
		const struct node *original = run->target;

		run->target = copy_of(shown, original);
		if (run->target == NULL) {
			run->text = elsewhere(resolver, original,
					      run->kind == RUN_PAGE ? "" : run->text);
			run->kind = RUN_TEXT;
		} else if (run->kind == RUN_TEXT && original->label[0] != '\0' &&
			   strcmp(run->text, original->label) == 0) {
			run->text = run->target->label[0] != '\0'
					    ? run->target->label
					    : text_plain(resolver->arena, &run->target->title);
		}
	}
	/* The page of another document is of no use. */
	for (size_t i = 0; i < shown->tile_count; i++)
		shown->tiles[i]->target = copy_of(shown, shown->tiles[i]->target);
}
