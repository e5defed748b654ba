#include "document/document.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

struct node *node_new(struct arena *arena, enum node_kind kind, struct location at)
{
	struct node *node = arena_alloc(arena, sizeof(*node));

	*node = (struct node){
		.kind = kind,
		.at = at,
		.anchor = "",
		.label = "",
		.number = "",
		.part = "",
		.alternative = "",
		.described = "",
		.file = "",
		.name = "",
		.figure = "",
		.role = ROLE_BODY,
	};
	return node;
}

void node_append(struct node *parent, struct node *child)
{
	child->parent = parent;
	if (parent->last == NULL)
		parent->first = child;
	else
		parent->last->next = child;
	parent->last = child;
}

struct text_run *text_add(struct arena *arena, struct text *text, const char *words)
{
	struct text_run *run;

	text->runs =
		arena_grow(arena, text->runs, text->count, &text->capacity, sizeof(*text->runs));
	run = arena_alloc(arena, sizeof(*run));
	*run = (struct text_run){ .kind = RUN_TEXT, .text = words };
	text->runs[text->count++] = run;
	return run;
}

const char *node_alternative(const struct node *figure)
{
	return figure->beside != NULL && figure->label[0] != '\0' ? figure->beside
								  : figure->alternative;
}

char *text_plain(struct arena *arena, const struct text *text)
{
	struct buffer plain;

	buffer_init(&plain);
	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i]->kind == RUN_TEXT)
			buffer_add_text(&plain, text->runs[i]->text);
	return buffer_finish(&plain, arena);
}

const char *text_part(struct arena *arena, const struct text *text, size_t from, size_t to)
{
	const struct text part = { .runs = text->runs + from, .count = to - from };
	char *words = from < to ? text_plain(arena, &part) : arena_strdup(arena, "");
	size_t length = strlen(words);

	while (length > 0 && words[length - 1] == ' ')
		words[--length] = '\0';
	return words + strspn(words, " ");
}

const struct node *node_next(const struct node *node, const struct node *root)
{
	if (node->first != NULL)
		return node->first;
	while (node != root && node->next == NULL)
		node = node->parent;
	return node == root ? NULL : node->next;
}

const struct node *node_titled_around(const struct node *node)
{
	const struct node *around = node->parent;

	while (around != NULL && around->title.count == 0)
		around = around->parent;
	return around;
}
