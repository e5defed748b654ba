/*
 * tree.c - the structure tree as objects of the file (ISO 32000-1, 14.7).
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "pdf/finish_parts.h"

static struct pdf_slice slice(const struct buffer *buffer)
{
	return (struct pdf_slice){ buffer_text(buffer), buffer->length };
}

void pdf_reserve(struct pdf_finish *finish)
{
	struct pdf_tree *tree = &finish->tree;

	finish->page_objects = arena_array(finish->arena, finish->pages->count, sizeof(int));
	finish->pages_object = pdf_writer_reserve(finish->writer);
	for (size_t i = 0; i < finish->pages->count; i++)
		finish->page_objects[i] = pdf_writer_reserve(finish->writer);
	finish->tree_object = pdf_writer_reserve(finish->writer);
	for (size_t i = 0; i < tree->structure->count; i++)
		if (tree->nodes[i].kept)
			tree->nodes[i].object = pdf_writer_reserve(finish->writer);
	for (size_t i = 0; i < tree->annotation_count; i++)
		tree->annotations[i].object = pdf_writer_reserve(finish->writer);
}

int pdf_element_of_anchor(const struct pdf_finish *finish, const char *anchor)
{
	const struct structure *structure = finish->tree.structure;

	for (size_t i = 0; i < structure->count; i++)
		if (structure->elements[i].anchor != NULL &&
		    strcmp(structure->elements[i].anchor, anchor) == 0)
			return finish->tree.nodes[i].object;
	return 0;
}

/* -- elements ----------------------------------------------------------------------------------- */

static void add_child(const struct pdf_node *child, struct buffer *out)
{
	if (child->kept)
		buffer_printf(out, "%d 0 R ", child->object);
}

static void add_item(const struct pdf_finish *finish, const struct pdf_node *node,
		     const struct pdf_content_item *item, struct buffer *out)
{
	if (item->page == node->page)
		buffer_printf(out, "%u ", item->mcid);
	else
		buffer_printf(out, "<< /Type /MCR /Pg %d 0 R /MCID %u >> ",
			      finish->page_objects[item->page], item->mcid);
}

/* Children in the order of the structure, with the element's own content where it is drawn among them. */
static void add_kids(const struct pdf_finish *finish, const struct pdf_node *node,
		     struct buffer *out)
{
	const struct pdf_tree *tree = &finish->tree;
	int child = node->first;

	for (size_t i = 0; i < node->item_count; i++) {
		const struct pdf_content_item *item = &tree->items[node->item_from + i];

		for (; child >= 0 &&
		       (!tree->nodes[child].kept || tree->nodes[child].order == PDF_NOT_DRAWN ||
			tree->nodes[child].order < item->order);
		     child = tree->nodes[child].next)
			add_child(&tree->nodes[child], out);
		add_item(finish, node, item, out);
	}
	for (; child >= 0; child = tree->nodes[child].next)
		add_child(&tree->nodes[child], out);
	for (size_t i = 0; i < node->annotation_count; i++) {
		const struct pdf_annotation *annotation =
			&tree->annotations[node->annotation_from + i];

		buffer_printf(out, "<< /Type /OBJR /Pg %d 0 R /Obj %d 0 R >> ",
			      finish->page_objects[annotation->page], annotation->object);
	}
}

static void write_element(struct pdf_finish *finish, int element, struct buffer *out)
{
	const struct pdf_tree *tree = &finish->tree;
	const struct pdf_node *node = &tree->nodes[element];
	int parent = tree->structure->elements[element].parent;

	buffer_printf(out, "<< /Type /StructElem /S /%s /P %d 0 R ",
		      structure_type_name(&tree->structure->elements[element]),
		      element == 0 ? finish->tree_object : tree->nodes[parent].object);
	if (node->item_count > 0)
		buffer_printf(out, "/Pg %d 0 R ", finish->page_objects[node->page]);
	pdf_add_attributes(finish, element, out);
	if (element != 0)
		pdf_add_associated(finish, element, out);
	buffer_add_text(out, "/K [");
	add_kids(finish, node, out);
	buffer_add_text(out, "] >>");
	pdf_writer_object(finish->writer, node->object, slice(out));
	out->length = 0;
}

/* -- root --------------------------------------------------------------------------------------- */

/* From pages and their runs, and from annotations, to the elements they belong to. */
static int write_parent_tree(struct pdf_finish *finish, struct buffer *out)
{
	const struct pdf_tree *tree = &finish->tree;
	int number = pdf_writer_reserve(finish->writer), *owners;
	size_t from = 0, count = 0;

	for (size_t page = 0; page < finish->pages->count; page++)
		count += tree->mcid_counts[page];
	owners = arena_array(finish->arena, count, sizeof(*owners));
	for (size_t page = 0, at = 0; page < finish->pages->count; page++) {
		const struct pdf_drawn_page *drawn = &finish->job->drawn_pages[page];

		for (size_t i = 0; i < drawn->run_count; i++)
			if (drawn->runs[i].element >= 0)
				owners[at++] = tree->nodes[drawn->runs[i].element].object;
	}
	buffer_add_text(out, "<< /Nums [");
	for (size_t page = 0; page < finish->pages->count; page++) {
		buffer_printf(out, "%zu [", page);
		for (size_t i = 0; i < tree->mcid_counts[page]; i++)
			buffer_printf(out, "%d 0 R ", owners[from++]);
		buffer_add_text(out, "] ");
	}
	for (size_t element = 0; element < tree->structure->count; element++)
		for (size_t i = 0; i < tree->nodes[element].annotation_count; i++)
			buffer_printf(out, "%zu %d 0 R ",
				      finish->pages->count + tree->nodes[element].annotation_from +
					      i,
				      tree->nodes[element].object);
	buffer_add_text(out, "] >>");
	pdf_writer_object(finish->writer, number, slice(out));
	out->length = 0;
	return number;
}

static int write_id_tree(struct pdf_finish *finish)
{
	const struct pdf_tree *tree = &finish->tree;
	struct name_entry *entries =
		arena_array(finish->arena, tree->structure->count, sizeof(*entries));
	size_t count = 0;

	for (size_t i = 0; i < tree->structure->count; i++)
		if (tree->nodes[i].has_id)
			entries[count++] =
				(struct name_entry){ pdf_element_id(finish, (int)i),
						     arena_printf(finish->arena, "%d 0 R",
								  tree->nodes[i].object) };
	return count == 0 ? 0 : pdf_write_names(finish, entries, count);
}

void pdf_write_tree(struct pdf_finish *finish)
{
	const struct pdf_tree *tree = &finish->tree;
	struct buffer out;
	int parents, ids;

	buffer_init(&out);
	for (size_t i = 0; i < tree->structure->count; i++)
		if (tree->nodes[i].kept)
			write_element(finish, (int)i, &out);
	parents = write_parent_tree(finish, &out);
	ids = write_id_tree(finish);
	buffer_printf(&out,
		      "<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R "
		      "/ParentTreeNextKey %zu ",
		      tree->nodes[0].object, parents,
		      finish->pages->count + tree->annotation_count);
	if (ids != 0)
		buffer_printf(&out, "/IDTree %d 0 R ", ids);
	buffer_add_text(&out, ">>");
	pdf_writer_object(finish->writer, finish->tree_object, slice(&out));
	buffer_clear(&out);
}
