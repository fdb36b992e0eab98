import Mustache

/// A chart with its table, as HTML that `KithCharts` has made.
struct ShownChart: Sendable {
  let html: String
}

/// A table of a page.
struct ShownTable: Sendable {
  /// A heading of a column.
  struct Heading: Sendable {
    let words: String
    let isNumber: Bool
  }

  /// A cell, with the address that it leads to if it is a link.
  struct Cell: Sendable {
    let text: String
    let isNumber: Bool
    let link: String
    let isLink: Bool

    private init(_ text: String, isNumber: Bool = false, link: String? = nil) {
      self.text = text
      self.isNumber = isNumber
      self.link = link ?? ""
      isLink = link != nil
    }

    static func text(_ text: String) -> Cell { Cell(text) }
    static func number(_ text: String) -> Cell { Cell(text, isNumber: true) }
    static func link(_ text: String, _ address: String) -> Cell { Cell(text, link: address) }
  }

  /// A row; its first cell is its heading.
  struct Row: Sendable {
    let first: Cell
    let cells: [Cell]
    let isFocus: Bool
  }

  let caption: String
  let headings: [Heading]
  let rows: [Row]

  /// A table whose columns' headings are those of figures where the cells beneath are.
  init(_ caption: String, _ headings: [String], rows: [(cells: [Cell], isFocus: Bool)]) {
    self.caption = caption
    self.headings = headings.enumerated().map { place, words in
      Heading(
        words: words,
        isNumber: place > 0 && rows.first.map { place < $0.cells.count && $0.cells[place].isNumber } ?? false)
    }
    self.rows = rows.map { Row(first: $0.cells[0], cells: Array($0.cells.dropFirst()), isFocus: $0.isFocus) }
  }
}

// A table may have thousands of cells: found by reflection, their tags took most of the time of a page of that size.
extension ShownTable.Cell: MustacheParent {
  func child(named tag: String) -> Any? {
    switch tag {
    case "text": text
    case "isNumber": isNumber
    case "link": link
    case "isLink": isLink
    default: nil
    }
  }
}

extension ShownTable.Row: MustacheParent {
  func child(named tag: String) -> Any? {
    switch tag {
    case "first": first
    case "cells": cells
    case "isFocus": isFocus
    default: nil
    }
  }
}
