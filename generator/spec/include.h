/*
 * include.h - puts the elements of other files in the place of <include href="..."/>.
 */
#ifndef GRADIENT_SPEC_INCLUDE_H
#define GRADIENT_SPEC_INCLUDE_H

struct arena;
struct diag_list;
struct parameters;
struct xml_node;

/* Few enough that files which include others twice each, again and again, end soon. */
enum { INCLUDE_DEPTH_MOST = 16, INCLUDE_FILES_MOST = 1000 };

/*
 * folder is that of the report; included files must lie in it or below. file is the file that tree was
 * read from. Included files hold a <fragment>, or one element that may stand in the place. Names of files
 * in them are relative to the file that holds them, which the locations of the tree tell.
 */
void include_files(struct arena *arena, struct arena *nodes, struct xml_node *tree,
		   const char *folder, const char *file, const char *namespace,
		   const struct parameters *parameters, struct diag_list *diags);

#endif
