struct StataScript { init(_ s: MeasureScript) {}; var text: String { "" } }
