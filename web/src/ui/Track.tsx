export type TrackState = 'not_started' | 'sent' | 'running' | 'reached' | 'not_reached';

export interface TrackFact {
  key: string;
  letter: string;
  name: string;
  state: TrackState;
  stateWord: string;
}

/** The ways to reach a person, side by side: phone, family, visit, bank. */
export function Track({ tracks }: { tracks: TrackFact[] }) {
  return (
    <ul className="trk">
      {tracks.map((track) => (
        <li key={track.key} className={`tk ${track.state}`} title={`${track.name}：${track.stateWord}`}>
          <span aria-hidden="true">{track.letter}</span>
          <span className="vh">{`${track.name}：${track.stateWord}`}</span>
        </li>
      ))}
    </ul>
  );
}
