/*
 * author_query.h - the query of an author, that stands in a larger statement as if it were a table.
 */
#ifndef GRADIENT_ODBC_AUTHOR_QUERY_H
#define GRADIENT_ODBC_AUTHOR_QUERY_H

/*
 * NULL when the query is one SELECT, or WITH and one, that stays within the parentheses it is put in, whichever
 * system reads it; else what is wrong. Systems differ in what quotes and comments are, so that what one takes for
 * a text may be a command to another: comments, dollar quotes, parameters and what could be either are refused.
 */
const char *author_query_fault(const char *query);

#endif
